package io.sidelight.overhead;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One subject in one round: start, warm up, measure, end, count what it wrote. */
final class Trial {
  private static final String PLAIN = "/hello";
  static final String CALLS = "/calls";

  private final Subject subject;
  private final Settings settings;
  private final Backend backend;
  private final Path folder;

  /** A trial whose application calls the backend. */
  Trial(Subject subject, Settings settings, Backend backend) {
    this.subject = subject;
    this.settings = settings;
    this.backend = backend;
    this.folder = settings.work().resolve(subject.id());
  }

  /** Starts and ends the subject once, so that the first round finds its files in memory. */
  void rehearse() throws IOException, InterruptedException {
    clear();
    try (SubjectJvm jvm = launch()) {
      jvm.awaitFirstAnswer(PLAIN);
    }
  }

  /** Runs the subject in a new JVM and returns its figures. */
  Sample run() throws IOException, InterruptedException {
    clear();
    double startWall;
    double startCpu;
    String javaVersion;
    Window plain;
    Window calls;
    try (SubjectJvm jvm = launch()) {
      startWall = jvm.awaitFirstAnswer(PLAIN) / 1e9;
      startCpu = jvm.cpu().toNanos() / 1e9;
      plain = measure(jvm, PLAIN, settings.warmup(), settings.requests());
      calls = measure(jvm, CALLS, settings.callsWarmup(), settings.callsRequests());
      javaVersion = jvm.meter().javaVersion();
    }
    return new Sample(
        startWall,
        startCpu,
        plain.figures(records(PLAIN) - 1), // the first answer's
        calls.figures(records(CALLS)),
        javaVersion);
  }

  private SubjectJvm launch() throws IOException {
    return SubjectJvm.launch(subject, settings, folder, backend.url());
  }

  private Window measure(SubjectJvm jvm, String path, int warmup, int requests) throws IOException {
    return Window.measure(jvm, path, warmup, requests, settings.connections());
  }

  /** How many records the subject has written for a path; NaN if it writes none. */
  private double records(String path) throws IOException {
    if (!subject.writesRecords()) {
      return Double.NaN;
    }
    long count = 0;
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
      for (Path log : logs) {
        try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.ISO_8859_1)) {
          count += reader.lines().mapToInt(line -> subject.recordsIn(line, path)).sum();
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
