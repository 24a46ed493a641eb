package io.sidelight.overhead;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Describes the machine in one line. */
final class Machine {
  private Machine() {}

  /** CPU, cores, operating system and how busy it was before the benchmark began. */
  static String describe() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s %s%s",
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        load < 0 ? "" : String.format(Locale.ROOT, ", load average %.2f before the run", load));
  }

  private static String cpu() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String model = "";
    try {
      if (os.contains("linux")) {
        model = fromProc();
      } else if (os.contains("mac")) {
        model = fromCommand("sysctl", "-n", "machdep.cpu.brand_string");
      } else if (os.contains("windows")) {
        model = System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "");
      }
    } catch (IOException e) {
      System.err.println("CPU model unknown: " + e.getMessage());
    }
    return model.isBlank() ? System.getProperty("os.arch") : model.trim();
  }

  private static String fromProc() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
      if (line.startsWith("model name")) {
        return line.substring(line.indexOf(':') + 1);
      }
    }
    return "";
  }

  private static String fromCommand(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
