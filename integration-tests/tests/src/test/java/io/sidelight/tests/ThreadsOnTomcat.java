package io.sidelight.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An application that hands work to other threads, on embedded Tomcat. */
final class ThreadsOnTomcat implements Server {

  private static final String MAIN = "io.sidelight.tests.threads.ThreadsMain";

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
  public List<String> command(Target target, Path work) throws IOException {
    String tomcat = "org.apache.tomcat.embed:tomcat-embed-core:" + target.version();
    Path main = ServerSources.compile(MAIN, false, Artifacts.classPath(tomcat));
    List<String> command = new ArrayList<>();
    // For the application to look into the agent.
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.add("--add-opens=java.base/java.lang.invoke=ALL-UNNAMED");
    if (target.jdk().feature() >= 25) {
      command.add("--enable-preview"); // structured concurrency
    }
    command.addAll(
        List.of("-cp", Artifacts.classPath(List.of(main), tomcat), MAIN, work.toString()));
    return command;
  }
}
