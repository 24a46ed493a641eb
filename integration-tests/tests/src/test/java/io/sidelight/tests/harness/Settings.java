package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the build tells the tests. */
public final class Settings {

  /** Releases and JDKs to test on. */
  enum Matrix {
    /** The oldest release of each line on the oldest JDK, the newest on the newest. */
    ENDS,
    /** The same releases on every JDK: what the compatibility table is made of. */
    JDKS,
    /** All supported releases that are known here, on every JDK. */
    ALL
  }

  private Settings() {}

  /** The jar under test; a missing one fails the test instead of skipping it. */
  public static Path agentJar() {
    return existing(path("sidelight.agent.jar"));
  }

  /** Where servers are unpacked and compiled; kept after the run. */
  static Path containers() {
    return created("contract.containers");
  }

  /** Where it is recorded what was run. */
  static Path compatibility() {
    return created("contract.compatibility");
  }

  /** The build's own repository of artifacts. */
  static Path localRepository() {
    return path("contract.repository");
  }

  /** How much of the matrix is run. */
  static Matrix matrix() {
    return Matrix.valueOf(System.getProperty("contract.matrix", "ends").toUpperCase(Locale.ROOT));
  }

  /** Start of the versions to test on; empty for all. */
  static String versions() {
    return System.getProperty("contract.versions", "");
  }

  /**
   * Whether the JVM of a release compiles thoroughly and early, so that what hot services run is
   * run, too. The others compile quickly, since most tests run each path a few times.
   */
  static boolean optimized(TestedRelease release) {
    String pattern = System.getProperty("contract.optimized", "");
    return Pattern.compile(pattern).matcher(release.toString()).matches();
  }

  /** The jar of an application that was built before. */
  public static Path application(String module, String jar) {
    return existing(path("contract.apps").resolve(module).resolve("target").resolve(jar));
  }

  /** Where child JVMs keep their files; kept after the run. */
  public static Path work() {
    return path("contract.work");
  }

  private static Path created(String property) {
    try {
      return Files.createDirectories(path(property));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " does not exist; build it first");
    }
    return path.normalize();
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("system property " + property + " is not set");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
