package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A JVM of its own, with or without the agent, whose output goes to files in its work folder. */
public final class AgentJvm {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Long enough for a machine that is busy with other things. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
  private static final List<String> UNEXPECTED_EVENTS =
      List.of("agent_warning", "instrumentation_disabled", "events_dropped");

  private final Process process;
  private final Path work;
  private final Instant started = Instant.now();

  private final List<String> expectedProblems = new CopyOnWriteArrayList<>();

  private AgentJvm(Process process, Path work) {
    this.process = process;
    this.work = work;
  }

  /**
   * Starts a JVM.
   *
   * @param command what follows the options of the JVM on the command line
   */
  public static AgentJvm start(Jdk jdk, Path work, Setup setup, List<String> command) {
    List<String> line = new ArrayList<>();
    if (setup.stdout() == Setup.Stdout.CLOSED) {
      line.addAll(List.of("sh", "-c", "exec \"$@\" >&-", "sh"));
    }
    line.add(jdk.java().toString());
    // The form of JDK log lines, so that a line that starts with WARNING: is one of the JVM.
    line.add("-Djava.util.logging.SimpleFormatter.format=jul %4$s %3$s %5$s%6$s%n");
    line.add("-Xmx256m");
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(setup.arguments());
    line.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.directory(work.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SIDELIGHT_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    if (setup.stdout() != Setup.Stdout.PIPE) {
      builder.redirectOutput(work.resolve("stdout").toFile());
    }
    builder.redirectError(work.resolve("stderr").toFile());
    try {
      return new AgentJvm(builder.start(), work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the supplier gives a value; fails when the process ends or patience does. */
  public <T> T await(String what, Supplier<T> probe) {
    return await(what, PATIENCE, probe);
  }

  /** The same with a patience of its own. */
  public <T> T await(String what, Duration patience, Supplier<T> probe) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      T value = probe.get();
      if (value != null) {
        return value;
      }
      if (!alive || System.nanoTime() > deadline) {
        throw new AssertionError(
            (alive ? "timed out waiting for " : "the JVM ended before ") + what + tail());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  /** Ends the JVM as a service manager would, and waits for it. */
  public void stop() {
    terminate();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the JVM did not end within " + PATIENCE + tail());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Tells the JVM to end; what it has yet to write to a pipe can still be read. */
  public void terminate() {
    process.toHandle().destroy(); // the method of Process would close its streams
  }

  /** Waits until the JVM has ended by itself. */
  public void awaitEnd() {
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  public long pid() {
    return process.pid();
  }

  /** Standard output where it is a pipe. */
  public InputStream stdout() {
    return process.getInputStream();
  }

  /** Standard input. */
  public OutputStream stdin() {
    return process.getOutputStream();
  }

  /** Complete lines of the agent so far. A line that is not JSON fails the test. */
  public List<LogLine> lines() {
    return lines(text("stdout"));
  }

  /** The same in any text. */
  public List<LogLine> lines(String out) {
    List<LogLine> lines = new ArrayList<>();
    int end = out.lastIndexOf('\n') + 1;
    for (String line : out.substring(0, end).split("\n")) {
      if (line.startsWith("{")) {
        lines.add(parse(line));
      }
    }
    return lines;
  }

  /** Takes warnings of a problem that begins like this for what a test wants. */
  public void expect(String problem) {
    expectedProblems.add(problem);
  }

  /** Fails on anything that a user would have to worry about. */
  public void checkOutput() {
    checkStreams();
    for (LogLine line : lines()) {
      if (expectedProblems.stream().anyMatch(line.text("problem")::startsWith)) {
        continue;
      }
      assertThat(line.event()).as("%s", line).isNotIn(UNEXPECTED_EVENTS);
    }
  }

  /** Fails on what the agent must not print even when something in it is broken. */
  public void checkStreams() {
    String err = text("stderr");
    String out = text("stdout");
    (out + "\n" + err)
        .lines()
        .forEach(
            line -> {
              assertThat(line).as("a warning of the JVM in %s", work).doesNotContain("VM warning");
              assertThat(line.startsWith("\tat io.sidelight.") && !isOfTheApplications(line))
                  .as("a stack trace of the agent in %s: %s", work, line)
                  .isFalse();
            });
    checkWarnings(out);
    checkWarnings(err);
    for (LogLine line : lines()) {
      LineRules.check(line, started);
    }
  }

  /** The JVM warns in several lines, one of which names the caller; the agent must not be it. */
  private void checkWarnings(String output) {
    StringBuilder warning = new StringBuilder();
    for (String line : (output + "\nend").split("\n")) {
      if (line.startsWith("WARNING:")) {
        warning.append(line).append('\n');
      } else if (warning.length() > 0) {
        assertThat(warning.toString())
            .as("a warning of the JVM in %s", work)
            .contains(" has been called by ")
            .doesNotContain(Settings.agentJar().toString())
            .doesNotContain(" by io.sidelight.");
        warning.setLength(0);
      }
    }
  }

  private static boolean isOfTheApplications(String frame) {
    return frame.startsWith("\tat io.sidelight.tests.");
  }

  public String text(String file) {
    try {
      return Files.readString(work.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LogLine parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return new LogLine(line, json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not a JSON line in " + work + ": " + line, e);
    }
  }

  private String tail() {
    String err = text("stderr");
    return "; see " + work + "\n" + err.substring(Math.max(0, err.length() - 2000));
  }
}
