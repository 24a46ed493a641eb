package io.sidelight.overhead;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One subject in one round: start, warm up, measure, end, count what it wrote. */
final class Trial {
  private final Subject subject;
  private final Settings settings;
  private final Path folder;

  Trial(Subject subject, Settings settings) {
    this.subject = subject;
    this.settings = settings;
    this.folder = settings.work().resolve(subject.id());
  }

  /** Starts and ends the subject once, so that the first round finds its files in memory. */
  void rehearse() throws IOException, InterruptedException {
    clear();
    try (SubjectJvm jvm = SubjectJvm.launch(subject, settings, folder)) {
      jvm.awaitFirstAnswer();
    }
  }

  /** Runs the subject in a new JVM and returns its figures. */
  Sample run() throws IOException, InterruptedException {
    clear();
    double startWall;
    double startCpu;
    double compilers;
    long elapsed;
    Meter before;
    Meter after;
    try (SubjectJvm jvm = SubjectJvm.launch(subject, settings, folder)) {
      startWall = jvm.awaitFirstAnswer() / 1e9;
      startCpu = jvm.cpu().toNanos() / 1e9;
      jvm.load(settings.warmup(), settings.connections());
      jvm.meter(); // loads the management classes before the window
      before = jvm.meter();
      compilers = jvm.compilerCpuNanos();
      elapsed = jvm.load(settings.requests(), settings.connections());
      after = jvm.meter();
      compilers = jvm.compilerCpuNanos() - compilers;
    }
    double requests = settings.requests();
    double cpu = after.cpuNanos() - before.cpuNanos();
    double cpuOfRequests = Double.isNaN(compilers) ? cpu : cpu - compilers;
    int answered = 1 + settings.warmup() + settings.requests() + 3;
    return new Sample(
        startWall,
        startCpu,
        cpuOfRequests / requests / 1e3,
        (after.allocatedBytes() - before.allocatedBytes()) / requests,
        requests / (elapsed / 1e9),
        compilers / cpu,
        subject.recordMarker() == null ? Double.NaN : (double) records() / answered,
        after.javaVersion());
  }

  private long records() throws IOException {
    long count = 0;
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
          count += reader.lines().filter(line -> line.contains(subject.recordMarker())).count();
        }
      }
    }
    return count;
  }

  private void clear() throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        Files.delete(log);
      }
    }
  }
}
