package io.sidelight.tests.harness;

import java.nio.file.Path;

/** A Java installation that tests start JVMs of. */
public record Jdk(int feature, Path home) {

  public Path java() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve("bin").resolve(windows ? "java.exe" : "java");
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
