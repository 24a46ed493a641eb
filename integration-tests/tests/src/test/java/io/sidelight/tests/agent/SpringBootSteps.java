package io.sidelight.tests.agent;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.SpringBoot;
import io.sidelight.tests.server.TomcatQuirks;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Spring Boot application with methods to time, some of them of Kotlin. */
final class SpringBootSteps implements ServiceUnderTest {

  static final String MAIN = "io.sidelight.tests.servers.StepsMain";

  private static final String KOTLIN = "org.jetbrains.kotlin:kotlin-stdlib:2.2.0";

  @Override
  public String name() {
    return "Steps in Spring Boot";
  }

  @Override
  public List<String> versions() {
    return List.of("3.5.16");
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String libraries =
        Artifacts.classPath(
            "org.springframework.boot:spring-boot-starter-web:" + target.version(), KOTLIN);
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
