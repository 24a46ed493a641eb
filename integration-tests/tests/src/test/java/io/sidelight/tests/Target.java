package io.sidelight.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A server to test on.
 *
 * @param kind how it is run
 * @param version of Tomcat, or of Spring Boot
 * @param jdk what runs it
 */
record Target(Kind kind, String version, Jdk jdk) {

  enum Kind {
    EMBEDDED,
    STANDALONE,
    SPRING_BOOT
  }

  /** Every resolved version on every JDK. */
  static List<Target> every(Kind kind) {
    return versions(kind).stream()
        .flatMap(version -> Jdks.all().stream().map(jdk -> new Target(kind, version, jdk)))
        .toList();
  }

  /** Every resolved version on the newest JDK. */
  static List<Target> onNewestJdk(Kind kind) {
    return on(Jdks.newest(), kind);
  }

  /** The newest resolved version of each line on the newest JDK. */
  static List<Target> newestOfEachLine(Kind kind) {
    return newestOfEachLine(on(Jdks.newest(), kind));
  }

  /** The newest embedded server of a line that the build has resolved. */
  static Target newest(String line, Jdk jdk) {
    for (Target target : newestOfEachLine(on(jdk, Kind.EMBEDDED))) {
      if (target.line().equals(line)) {
        return target;
      }
    }
    throw new IllegalStateException("no " + line + " in " + root(Kind.EMBEDDED));
  }

  /** Every resolved version on one JDK, oldest first. */
  static List<Target> on(Jdk jdk, Kind kind) {
    return versions(kind).stream().map(version -> new Target(kind, version, jdk)).toList();
  }

  private static List<Target> newestOfEachLine(List<Target> all) {
    List<Target> newest = new ArrayList<>();
    for (Target target : all) {
      newest.removeIf(earlier -> earlier.line().equals(target.line()));
      newest.add(target);
    }
    return newest;
  }

  boolean javax() {
    return version.startsWith("8.") || version.startsWith("9.") || version.startsWith("2.");
  }

  /**
   * Early releases never end an async timeout over HTTP/2, with or without an agent: seen up to
   * 8.5.41 and 9.0.20, no longer in 8.5.51 and 9.0.31.
   */
  boolean endsTimeoutsOverHttp2() {
    int patch = Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
    return !(version.startsWith("8.5.") && patch <= 41)
        && !(version.startsWith("9.0.") && patch <= 20);
  }

  /** The compiled application that fits. */
  Path application() {
    String module =
        switch (kind) {
          case EMBEDDED, STANDALONE -> "server-app-" + (javax() ? "javax" : "jakarta");
          case SPRING_BOOT -> "spring-boot-" + (javax() ? "2.7" : "3") + "-app";
        };
    String jar = kind == Kind.SPRING_BOOT ? "boot-app.jar" : "server-app.jar";
    return Settings.apps().resolve(module).resolve("target").resolve(jar).normalize();
  }

  /** What the build resolved for this target. */
  Path folder() {
    return root(kind).resolve(version);
  }

  /** The jars of an embedded server, as a class path. */
  String classPath() {
    try (Stream<Path> jars = Files.list(folder())) {
      StringBuilder path = new StringBuilder(application().toString());
      jars.sorted().forEach(jar -> path.append(File.pathSeparator).append(jar));
      return path.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many units of the access log's {@code %D} a millisecond has. */
  double durationUnits() {
    return javax() ? 1 : 1000;
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + " " + version + ", " + jdk;
  }

  private String line() {
    return version.substring(0, version.lastIndexOf('.'));
  }

  private static List<String> versions(Kind kind) {
    if (kind == Kind.SPRING_BOOT) {
      return List.of("2.7", "3");
    }
    try (Stream<Path> folders = Files.list(root(kind))) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(version -> version.startsWith(Settings.versions()))
          .sorted(Comparator.comparing(ModuleDescriptor.Version::parse))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root(Kind kind) {
    return Settings.containers().resolve(kind == Kind.EMBEDDED ? "embedded" : "standalone");
  }
}
