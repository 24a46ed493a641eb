package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The filters of Spring Security 5 without Spring Boot; by versions of Spring Security. */
final class SpringSecurityFilters implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.SpringSecurityFiltersMain";

  @Override
  public String name() {
    return "Spring Security, its filters on Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("5.2.0.RELEASE", "5.8.16");
  }

  @Override
  public List<String> versionsBetween() {
    return List.of("5.3.13.RELEASE", "5.4.11", "5.5.8", "5.6.12");
  }

  @Override
  public boolean javax(String version) {
    return true;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String libraries =
        Artifacts.classPath(
            "org.springframework.security:spring-security-web:" + target.version(),
            "org.apache.tomcat.embed:tomcat-embed-core:9.0.121");
    Path compiled = ServerSources.compile(MAIN, target.javax(), libraries);
    return List.of(
        "-cp", compiled + File.pathSeparator + libraries, MAIN, work.toString(), AccessLog.PATTERN);
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
