package io.sidelight.tests.threads;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.TomcatQuirks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An application that hands work to other threads, on embedded Tomcat, with the oldest supported
 * serial executors on the oldest JDK.
 */
public final class ThreadsOnTomcat implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.threads.ThreadsMain";
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private static final List<String> OLDEST_SERIAL_EXECUTORS =
      List.of(
          "com.google.guava:guava:25.1-jre",
          "io.grpc:grpc-core:1.20.0",
          "io.projectreactor:reactor-core:3.3.22.RELEASE",
          "io.reactivex.rxjava2:rxjava:2.2.21");

  private static final List<String> NEWEST_SERIAL_EXECUTORS =
      List.of(
          "com.google.guava:guava:33.5.0-jre",
          "io.grpc:grpc-core:1.76.0",
          "io.projectreactor:reactor-core:3.8.0",
          "io.reactivex.rxjava3:rxjava:3.1.12");

  /** The sources are written for RxJava 3. */
  private static final Map<String, String> RX_JAVA_2 =
      Map.of(
          "io.reactivex.rxjava3.core", "io.reactivex",
          "io.reactivex.rxjava3.schedulers", "io.reactivex.schedulers");

  @Override
  public String name() {
    return "Threads on Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("10.1.59");
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    boolean oldest = target.jdk().feature() < FIRST_WITH_VIRTUAL_THREADS;
    List<String> libraries =
        new ArrayList<>(oldest ? OLDEST_SERIAL_EXECUTORS : NEWEST_SERIAL_EXECUTORS);
    libraries.add("org.apache.tomcat.embed:tomcat-embed-core:" + target.version());
    String[] artifacts = libraries.toArray(new String[0]);
    Path main =
        ServerSources.compile(MAIN, oldest ? RX_JAVA_2 : Map.of(), Artifacts.classPath(artifacts));
    List<String> command = new ArrayList<>();
    // For the application to look into the agent.
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED");
    if (target.jdk().feature() >= 25) {
      command.add("--enable-preview"); // structured concurrency
    }
    command.addAll(
        List.of("-cp", Artifacts.classPath(List.of(main), artifacts), MAIN, work.toString()));
    return command;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
