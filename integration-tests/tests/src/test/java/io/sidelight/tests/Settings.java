package io.sidelight.tests;

import java.nio.file.Path;

/** What the build tells the tests. */
final class Settings {

  private Settings() {}

  /** The jar under test; a missing one fails the test instead of skipping it. */
  static Path agentJar() {
    return existing("sidelight.agent.jar");
  }

  /** Servers that the build has resolved. */
  static Path containers() {
    return existing("contract.containers");
  }

  /** Other agents that the build has resolved. */
  static Path agents() {
    return existing("contract.agents");
  }

  /** Start of the versions to test on; empty for all that the build has resolved. */
  static String versions() {
    return System.getProperty("contract.versions", "");
  }

  /** Parent folder of the application modules. */
  static Path apps() {
    return existing("contract.apps");
  }

  /** Where child JVMs keep their files; kept after the run. */
  static Path work() {
    return path("contract.work");
  }

  private static Path existing(String property) {
    Path path = path(property);
    if (!path.toFile().exists()) {
      throw new IllegalStateException(property + " does not exist: " + path);
    }
    return path;
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("system property " + property + " is not set");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
