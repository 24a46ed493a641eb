package io.sidelight.tests.logging;

import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.BootApplication;
import io.sidelight.tests.server.SpringBoot;
import io.sidelight.tests.server.TomcatQuirks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The Spring Boot application with another logging library than Logback. */
final class SpringBootLogging implements ServiceUnderTest {

  static final SpringBootLogging LOG4J =
      new SpringBootLogging(
          "Log4j 2", boot -> "org.springframework.boot:spring-boot-starter-log4j2:" + boot);

  static final SpringBootLogging JUL =
      new SpringBootLogging(
          "java.util.logging",
          boot -> "org.slf4j:slf4j-jdk14:" + (BootApplication.javax(boot) ? "1.7.36" : "2.0.17"));

  private final SpringBoot boot = new SpringBoot();
  private final String name;
  private final Function<String, String> library;

  /**
   * @param library coordinates of what SLF4J leads to, by the version of Spring Boot
   */
  private SpringBootLogging(String name, Function<String, String> library) {
    this.name = name;
    this.library = library;
  }

  @Override
  public String name() {
    return boot.name() + " and " + name;
  }

  @Override
  public List<String> versions() {
    return boot.versions();
  }

  @Override
  public boolean javax(String version) {
    return boot.javax(version);
  }

  @Override
  public double durationUnits(String version) {
    return boot.durationUnits(version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(SpringBoot.nativeAccess(target));
    command.addAll(BootApplication.withLogging(target, work, library.apply(target.version())));
    command.addAll(SpringBoot.tomcat(work));
    return command;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
