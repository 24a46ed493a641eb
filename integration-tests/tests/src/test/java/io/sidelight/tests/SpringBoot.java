package io.sidelight.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Spring Boot application with the server that it brings. */
final class SpringBoot implements Server {

  @Override
  public String name() {
    return "Spring Boot with Tomcat";
  }

  @Override
  public List<String> versions() {
    return List.of("2.7.18", "3.5.16");
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
  public List<String> command(Target target, Path work) {
    String module = target.javax() ? "spring-boot-2.7-app" : "spring-boot-3-app";
    List<String> command = new ArrayList<>();
    command.add(nativeAccess(target));
    command.add("-Dcontract.work=" + work);
    command.add("-jar");
    command.add(Settings.application(module, "boot-app.jar").toString());
    command.addAll(arguments(work));
    return command;
  }

  /** The server of Spring Boot has native code of its own, and newer JDKs warn of it. */
  static String nativeAccess(Target target) {
    return target.jdk().feature() < 24
        ? "-Dcontract.native=default"
        : "--enable-native-access=ALL-UNNAMED";
  }

  /** What makes a Spring Boot application with Tomcat a server of the contract. */
  static List<String> arguments(Path work) {
    return List.of(
        "--server.port=0",
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
}
