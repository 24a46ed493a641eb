package io.sidelight.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * How many objects of each class are alive in a JVM.
 *
 * @param rows as {@code jcmd} prints them: number, instances, bytes, class name, module
 */
public record Histogram(List<String> rows) {

  /** Of live objects only: the JVM collects before it counts. */
  public static Histogram of(Jdk jdk, AgentJvm jvm) {
    Path jcmd = jdk.java().resolveSibling("jcmd" + (File.separatorChar == '\\' ? ".exe" : ""));
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(jvm.pid()), "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      return new Histogram(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int instances(String className) {
    return rows.stream()
        .map(row -> row.strip().split("\\s+"))
        .filter(row -> row.length > 3 && row[3].equals(className))
        .mapToInt(row -> Integer.parseInt(row[1]))
        .sum();
  }
}
