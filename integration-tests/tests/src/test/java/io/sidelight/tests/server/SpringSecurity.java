package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spring Boot with Spring Security, on the Tomcat that it brings; by versions of Spring Boot. */
final class SpringSecurity implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.SpringSecurityMain";
  private static final String STARTER = "org.springframework.boot:spring-boot-starter-";

  @Override
  public String name() {
    return "Spring Security, in Spring Boot";
  }

  /** Spring Security 5.7, 6.0, 6.5 and 7.1. */
  @Override
  public List<String> versions() {
    return List.of("2.7.18", "3.0.13", "3.5.16", "4.1.2");
  }

  /** Spring Security 6.2 and 7.0. */
  @Override
  public List<String> versionsBetween() {
    return List.of("3.2.12", "4.0.9");
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("2.");
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String libraries =
        Artifacts.classPath(
            STARTER + "web:" + target.version(),
            STARTER + "security:" + target.version(),
            STARTER + "oauth2-resource-server:" + target.version());
    Path compiled = ServerSources.compile(MAIN, target.javax(), libraries);
    List<String> command = new ArrayList<>();
    command.add(SpringBoot.nativeAccess(target));
    command.addAll(List.of("-cp", compiled + File.pathSeparator + libraries));
    command.addAll(List.of(MAIN, work.toString()));
    command.add("--server.port=0");
    command.addAll(SpringBoot.tomcat(work));
    return command;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
