package io.sidelight.tests.harness;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A server to test on.
 *
 * @param server what kind
 * @param version of the server
 * @param jdk what runs it
 */
public record TestedRelease(ServiceUnderTest server, String version, Jdk jdk) {

  /**
   * What this run covers of a server: the oldest release of each line on the oldest JDK that it
   * runs on and the newest one on the newest, or what {@code contract.matrix} says.
   */
  public static List<TestedRelease> of(ServiceUnderTest server) {
    if (Settings.matrix() != Settings.Matrix.ENDS) {
      return onAll(server);
    }
    List<TestedRelease> targets = new ArrayList<>();
    for (String version : asked(server.versions())) {
      List<TestedRelease> onJdks = on(server, version);
      if (!onJdks.isEmpty()) {
        targets.add(isNewest(server, version) ? onJdks.get(onJdks.size() - 1) : onJdks.get(0));
      }
    }
    return targets;
  }

  /**
   * As {@link #of}, but of the oldest and newest releases of a line the newest alone, and the
   * oldest of all: for what takes long and differs little between them.
   */
  public static List<TestedRelease> fewerOf(ServiceUnderTest server) {
    return Settings.matrix() == Settings.Matrix.ENDS
        ? of(server).stream().filter(target -> target.isAtAnEnd()).toList()
        : of(server);
  }

  /** Every release that this run covers, each on the newest JDK that it runs on. */
  public static List<TestedRelease> onNewestJdk(ServiceUnderTest server) {
    List<TestedRelease> targets = new ArrayList<>();
    for (TestedRelease target : of(server)) {
      List<TestedRelease> onJdks = on(server, target.version);
      TestedRelease newest = onJdks.get(onJdks.size() - 1);
      if (!targets.contains(newest)) {
        targets.add(newest);
      }
    }
    return targets;
  }

  /** The newest release of each line, on the newest JDK that it runs on. */
  public static List<TestedRelease> newestOfEachLine(ServiceUnderTest server) {
    return onNewestJdk(server).stream().filter(target -> isNewest(server, target.version)).toList();
  }

  /** The newest release of a line, such as {@code 10.1}, whatever this run covers. */
  public static TestedRelease newest(ServiceUnderTest server, String line, Jdk jdk) {
    return server.versions().stream()
        .filter(version -> server.line(version).equals(line) && isNewest(server, version))
        .map(version -> new TestedRelease(server, version, jdk))
        .findFirst()
        .orElseThrow();
  }

  /** The newest release that runs on a JDK, whatever this run covers. */
  public static TestedRelease newest(ServiceUnderTest server, Jdk jdk) {
    return server.versions().stream()
        .filter(version -> server.runsOn(version, jdk.feature()))
        .map(version -> new TestedRelease(server, version, jdk))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  /** The oldest supported release, whatever this run covers. */
  public static TestedRelease oldest(ServiceUnderTest server, Jdk jdk) {
    return new TestedRelease(server, server.versions().get(0), jdk);
  }

  public boolean javax() {
    return server.javax(version);
  }

  public boolean has(Quirk quirk) {
    return server.quirks(version).contains(quirk);
  }

  /** Whether its JVM compiles as one of a hot service does. */
  public boolean isOptimized() {
    return Settings.optimized(this);
  }

  /** The contract application in the namespace of the server. */
  public Path application() {
    return Settings.application("server-app-" + (javax() ? "javax" : "jakarta"), "server-app.jar");
  }

  @Override
  public String toString() {
    return server.name() + " " + version + ", " + jdk;
  }

  private static List<TestedRelease> onAll(ServiceUnderTest server) {
    List<String> versions = new ArrayList<>(server.versions());
    if (Settings.matrix() == Settings.Matrix.ALL) {
      versions.addAll(server.versionsBetween());
    }
    versions.sort(Comparator.comparing(ModuleDescriptor.Version::parse));
    return asked(versions).stream().flatMap(version -> on(server, version).stream()).toList();
  }

  private static List<String> asked(List<String> versions) {
    return versions.stream().filter(version -> version.startsWith(Settings.versions())).toList();
  }

  private static List<TestedRelease> on(ServiceUnderTest server, String version) {
    return Jdks.all().stream()
        .filter(jdk -> server.runsOn(version, jdk.feature()))
        .map(jdk -> new TestedRelease(server, version, jdk))
        .toList();
  }

  private static boolean isNewest(ServiceUnderTest server, String version) {
    List<String> line =
        server.versions().stream()
            .filter(other -> server.line(other).equals(server.line(version)))
            .toList();
    return line.get(line.size() - 1).equals(version);
  }

  private boolean isAtAnEnd() {
    return isNewest(server, version) || version.equals(server.versions().get(0));
  }

  /** The first two numbers. */
  public static String line(String version) {
    int dot = version.indexOf('.', version.indexOf('.') + 1);
    return dot < 0 ? version : version.substring(0, dot);
  }
}
