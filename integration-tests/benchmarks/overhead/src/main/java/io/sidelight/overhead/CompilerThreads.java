package io.sidelight.overhead;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time of a JVM's JIT compiler threads, read from Linux's {@code /proc}.
 *
 * <p>How much the compilers still have to do after a fixed warm-up differs between subjects, and
 * would otherwise be charged to their requests.
 */
final class CompilerThreads {
  private CompilerThreads() {}

  /** Nanoseconds so far, or NaN where the platform does not tell. */
  static double cpuNanos(long pid) {
    Path tasks = Path.of("/proc/" + pid + "/task");
    if (!Files.isDirectory(tasks)) {
      return Double.NaN;
    }
    double sum = 0;
    int found = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*")) {
          sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
          found++;
        }
      }
    } catch (IOException e) {
      return Double.NaN;
    }
    return found == 0 ? Double.NaN : sum;
  }
}
