package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A service that is careless with secrets, on embedded Tomcat. */
final class SecretLeaksOnTomcat implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.leaks.SecretLeaksMain";
  private static final String LOGBACK = "ch.qos.logback:logback-classic:1.5.38";

  @Override
  public String name() {
    return "Secret leaks on Tomcat";
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
    String tomcat = "org.apache.tomcat.embed:tomcat-embed-core:" + target.version();
    Path main = ServerSources.compile(MAIN, false, Artifacts.classPath(tomcat, LOGBACK));
    return List.of(
        "-cp", Artifacts.classPath(List.of(main), tomcat, LOGBACK), MAIN, work.toString());
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
