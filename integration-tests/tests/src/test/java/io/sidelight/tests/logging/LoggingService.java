package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/**
 * A running service that logs what it is asked to, with options that change while it runs. Every
 * line has a message of its own by which it is found again.
 */
final class LoggingService {

  static final String STDOUT = "stdout";
  static final String FILE = "application.log";
  static final String ASYNC_FILE = "async.log";
  static final String OWN_FILE = "own.log";

  static final String USER = "alice";

  /** What only lines of the agent have; those of requests hold what was asked for, too. */
  private static final String OF_THE_AGENT = ",\"event\":\"";

  /** An option that changes nothing here: its change tells that the file has been read. */
  private static final String MARK = "slow.dependency";

  private static final AtomicInteger MARKS = new AtomicInteger(5000);

  private final RunningService server;
  private final Path config;
  private final AtomicInteger messages = new AtomicInteger();
  private List<String> options = List.of();

  private LoggingService(RunningService server, Path config) {
    this.server = server;
    this.config = config;
  }

  /**
   * @param folder for the file with the options
   * @param jvmOptions further ones
   */
  static LoggingService start(TestedRelease target, Path folder, String... jvmOptions) {
    Path config = folder.resolve("sidelight.properties");
    write(config, List.of());
    Setup setup = Setup.agent("config=" + config, "user-id.from=header:X-User", "format=json");
    return new LoggingService(
        RunningService.start(target, "logging", setup.after(jvmOptions)), config);
  }

  RunningService server() {
    return server;
  }

  LoggingBackend backend() {
    return (LoggingBackend) server.target().server();
  }

  /** Sets exactly these options ({@code name=value}) while the service runs, and waits for it. */
  void options(String... wanted) {
    List<String> all = List.of(wanted);
    if (all.equals(options)) {
      return;
    }
    String mark = MARKS.incrementAndGet() + "ms";
    List<String> lines = new ArrayList<>(all);
    lines.add(MARK + "=" + mark);
    write(config, lines.stream().map(line -> "sidelight." + line).toList());
    server
        .jvm()
        .await(
            "the options " + all,
            () ->
                server.jvm().lines().stream()
                    .filter(line -> line.event().equals("config_changed"))
                    .filter(line -> line.text("option").equals("sidelight." + MARK))
                    .map(line -> line.text("to"))
                    .filter(mark::equals)
                    .findFirst()
                    .orElse(null));
    options = all;
  }

  /** As a configuration manager does it: the whole file at once. */
  private static void write(Path config, List<String> lines) {
    try {
      Path whole = config.resolveSibling("new.properties");
      Files.write(whole, lines);
      Files.move(whole, config, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A message that no other line has. */
  String newMessage() {
    return "message-" + messages.incrementAndGet() + "-";
  }

  /**
   * A request for one user, and its line.
   *
   * @param parameters of the servlet ({@code name=value}), raw
   */
  TracedRequest ask(String... parameters) {
    HttpUrl.Builder url = new HttpUrl.Builder().scheme("http").host("localhost");
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      url.addQueryParameter(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    return server.call(
        server
            .request("/log?" + url.build().encodedQuery())
            .header("X-Request-ID", server.newId())
            .header("X-User", USER));
  }

  /**
   * Sends a request that logs several lines, which end with their number, and reads its answer; not
   * its line.
   */
  void askForLines(String message, int times) {
    Answer answer =
        server.answer(
            server.http1(),
            server
                .request("/log?message=" + message + "&times=" + times)
                .header("X-Request-ID", server.newId())
                .build());
    assertThat(answer.status()).isEqualTo(200);
  }

  /** Logs a line that is always written, and waits for it: what came before is written by then. */
  void flush() {
    String last = newMessage();
    ask("message=" + last, "level=ERROR", "logger=flush");
    for (String output : outputs()) {
      awaitLine(output, last);
    }
  }

  /** What the service answers in the line that begins with a word. */
  static String answer(TracedRequest traced, String word) {
    return traced
        .answer()
        .text()
        .lines()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Waits for the one line of an output that holds a text. */
  String awaitLine(String output, String text) {
    String line =
        server
            .jvm()
            .await(
                text + " in " + output,
                () -> {
                  List<String> found = lines(output, text);
                  return found.isEmpty() ? null : found.get(0);
                });
    assertThat(lines(output, text)).as("%s in %s", text, output).hasSize(1);
    return line;
  }

  /** The same where the line is one of the agent's form. */
  LogLine awaitJson(String output, String text) {
    String line = awaitLine(output, text);
    List<LogLine> parsed = server.jvm().lines(line + "\n");
    assertThat(parsed).as("JSON in %s: %s", output, line).hasSize(1);
    return parsed.get(0);
  }

  /** Complete lines of the application in an output that hold a text. */
  List<String> lines(String output, String text) {
    return all(output).stream()
        .filter(line -> line.contains(text) && !line.contains(OF_THE_AGENT))
        .toList();
  }

  /** Complete lines of an output. */
  List<String> all(String output) {
    String whole = server.jvm().text(output);
    return whole.substring(0, whole.lastIndexOf('\n') + 1).lines().toList();
  }

  /** Names of the outputs that patterns write to. */
  List<String> outputs() {
    return backend().has(LoggingBackend.Trait.ASYNC)
        ? List.of(STDOUT, FILE, ASYNC_FILE)
        : List.of(STDOUT, FILE);
  }

  /** Ends the service and checks the whole of what it wrote. */
  void finish() {
    server.finishWithoutAccessLog();
    for (String output : outputs()) {
      all(output).stream()
          .filter(line -> line.startsWith("{"))
          .forEach(line -> assertThat(server.jvm().lines(line + "\n")).hasSize(1));
    }
  }
}
