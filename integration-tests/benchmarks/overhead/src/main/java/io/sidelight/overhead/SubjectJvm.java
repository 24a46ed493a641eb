package io.sidelight.overhead;

import io.sidelight.overhead.subject.SubjectApplication;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One child JVM that runs {@link SubjectApplication}; closing it ends it in an orderly way. */
final class SubjectJvm implements AutoCloseable {
  /** Fixed heap and a collector without threads of its own that work beside the application. */
  static final List<String> FLAGS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          // Compiler threads that end would take their CPU time out of the sum.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:-UseDynamicNumberOfCompilerThreads");

  private static final Duration POLL = Duration.ofMillis(2);
  private static final int CONNECT_MILLIS = 50;
  private static final int ANSWER_MILLIS = 60_000;
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Process process;
  private final Path output;
  private final int port;
  private final long launched;

  private SubjectJvm(Process process, Path output, int port, long launched) {
    this.process = process;
    this.output = output;
    this.port = port;
    this.launched = launched;
  }

  /**
   * Launches the application; {@code folder} gets {@code output.log}, {@code error.log} and
   * Tomcat's own files, {@code backend} is the URL that it calls.
   */
  static SubjectJvm launch(Subject subject, Settings settings, Path folder, String backend)
      throws IOException {
    Files.createDirectories(folder);
    Path output = folder.resolve("output.log");
    int port = freePort();
    List<String> command = new ArrayList<>();
    command.add(settings.javaHome().resolve("bin").resolve("java").toString());
    command.addAll(FLAGS);
    command.addAll(subject.jvmOptions(settings));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(SubjectApplication.class.getName());
    command.add(Integer.toString(port));
    command.add(folder.toString());
    command.add(backend);
    command.addAll(subject.applicationArguments());
    // Apart, so that neither tears a record that the other writes in pieces.
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("error.log").toFile());
    builder.environment().keySet().removeIf(SubjectJvm::changesTheSubject);
    long launched = System.nanoTime();
    return new SubjectJvm(builder.start(), output, port, launched);
  }

  /** Nanoseconds from launch to the first answer; the application is asked again every 2 ms. */
  long awaitFirstAnswer(String path) throws IOException, InterruptedException {
    while (process.isAlive() && System.nanoTime() - launched < START_LIMIT.toNanos()) {
      try {
        ask(path, CONNECT_MILLIS);
        return System.nanoTime() - launched;
      } catch (ConnectException | SocketTimeoutException notYet) {
        TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      }
    }
    throw new IOException("no answer from the application; its output is in " + output.getParent());
  }

  /** CPU time of the process; the platform's resolution (10 ms on Linux). */
  Duration cpu() throws IOException {
    return process
        .info()
        .totalCpuDuration()
        .orElseThrow(() -> new IOException("this platform does not tell a process's CPU time"));
  }

  /** Sends requests in a closed loop and returns the nanoseconds they took. */
  long load(String path, int requests, int connections) throws IOException {
    return LoadGenerator.run(port, path, requests, connections);
  }

  /** Reads the application's own meter. */
  Meter meter() throws IOException {
    return Meter.parse(ask("/meter", CONNECT_MILLIS));
  }

  /** CPU time of the JIT compiler's threads, nanoseconds; NaN where unknown. */
  double compilerCpuNanos() {
    return CompilerThreads.cpuNanos(process.pid());
  }

  /** Ends standard input, which ends the application, and waits; forcibly after a minute. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (process.waitFor(1, TimeUnit.MINUTES)) {
        return;
      }
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private String ask(String path, int connectMillis) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), connectMillis);
      socket.setSoTimeout(ANSWER_MILLIS);
      OutputStream out = socket.getOutputStream();
      String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      Answer answer = new Answer();
      byte[] bytes = new byte[1024];
      while (!answer.isComplete()) {
        int n = socket.getInputStream().read(bytes);
        if (n < 0) {
          throw new EOFException("the connection was closed before the answer was complete");
        }
        answer.buffer().put(bytes, 0, n);
      }
      return answer.body();
    }
  }

  /** Variables that would put options, or another agent's settings, into the child. */
  private static boolean changesTheSubject(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return name.equals("JAVA_TOOL_OPTIONS")
        || name.equals("JDK_JAVA_OPTIONS")
        || name.equals("_JAVA_OPTIONS")
        || name.startsWith("OTEL_")
        || name.startsWith("SIDELIGHT_");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
