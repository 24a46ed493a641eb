package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Spring Boot application with the server that it brings: 2.7 and 3 as one jar each. */
public final class SpringBoot implements ServiceUnderTest {

  @Override
  public String name() {
    return "Spring Boot with Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("2.7.18", "3.5.16", "4.1.2");
  }

  @Override
  public boolean javax(String version) {
    return BootApplication.javax(version);
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(nativeAccess(target));
    if (target.version().startsWith("4.")) {
      String starter = "org.springframework.boot:spring-boot-starter-webmvc:" + target.version();
      command.addAll(BootApplication.ofClassPath(target, work, starter));
    } else {
      command.addAll(BootApplication.ofJar(target, work));
    }
    command.addAll(tomcat(work));
    return command;
  }

  /** The server of Spring Boot has native code of its own, and newer JDKs warn of it. */
  public static String nativeAccess(TestedRelease target) {
    return target.jdk().feature() < 24
        ? "-Dcontract.native=default"
        : "--enable-native-access=ALL-UNNAMED";
  }

  /** What the Tomcat of a Spring Boot application has to be told. */
  public static List<String> tomcat(Path work) {
    return List.of(
        "--server.http2.enabled=true",
        "--server.tomcat.basedir=" + work,
        "--server.tomcat.accesslog.enabled=true",
        "--server.tomcat.accesslog.directory=logs",
        "--server.tomcat.accesslog.prefix=access",
        "--server.tomcat.accesslog.suffix=.log",
        "--server.tomcat.accesslog.rotate=false",
        "--server.tomcat.accesslog.buffered=false",
        "--server.tomcat.accesslog.pattern=" + AccessLog.PATTERN);
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.OF_ALL;
  }
}
