package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Load;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lines are written to fails, is full, or is never read: requests don't notice. */
final class OutputFaultTest {

  private static final int REQUESTS = 50;

  @Test
  @EnabledIf("fullDeviceExists")
  void disk_full_costsLinesOnly() {
    RunningService server = open("full", Setup.agent("output=/dev/full"));
    try {
      send(server, REQUESTS);
      awaitTold(server, "can't write to /dev/full");
    } finally {
      server.close();
    }
    assertThat(server.jvm().text("stdout")).isEmpty();
    toldOnce(server, "can't write to /dev/full");
  }

  @Test
  void folder_thatCannotBeMade_costsLinesUntilItCan() throws IOException {
    Path inTheWay = Settings.work().resolve("folder-in-the-way");
    Path file = inTheWay.resolve("agent.log");
    Files.deleteIfExists(file);
    Files.deleteIfExists(inTheWay);
    Files.writeString(inTheWay, "a file");
    RunningService server = open("folder", Setup.agent("output=" + file));
    try {
      send(server, REQUESTS);
      awaitTold(server, "can't write to " + file);

      Files.delete(inTheWay);
      List<LogLine> lines =
          server
              .jvm()
              .await(
                  "lines in " + file,
                  () -> {
                    send(server, 1);
                    List<LogLine> written = lines(server, file);
                    return count(written, "events_dropped") > 0 ? written : null;
                  });
      // The warning is on standard error; its line may be among those that were lost.
      assertThat(lines).extracting(LogLine::event).contains("request_completed");
    } finally {
      server.close();
    }
    List<LogLine> lines = lines(server, file);
    assertThat(lines.size() - count(lines, "events_dropped") + dropped(lines))
        // Besides the requests there are the agent's start and its warning.
        .isEqualTo(server.sent() + 2);
    toldOnce(server, "can't write to " + file);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void stdout_closedFromTheStart_costsLinesOnly() {
    RunningService server = open("stdout-closed", Setup.agent().stdout(Setup.Stdout.CLOSED));
    try {
      send(server, REQUESTS);
      awaitTold(server, "can't write to stdout");
    } finally {
      server.close();
    }
    toldOnce(server, "can't write to stdout");
  }

  @Test
  void pipe_whoseReaderIsGone_costsLinesOnly() throws IOException {
    RunningService server = open("pipe-gone", Setup.agent().stdout(Setup.Stdout.PIPE));
    try {
      send(server, REQUESTS);
      server.jvm().stdout().close();
      send(server, REQUESTS);
      awaitTold(server, "can't write to stdout");
      send(server, REQUESTS);
    } finally {
      server.close();
    }
    toldOnce(server, "can't write to stdout");
  }

  @Test
  void pipe_thatNobodyReads_blocksNoRequestAndEveryLostLineIsCounted() throws Exception {
    int requests = 20_000;
    RunningService server = open("pipe-full", Setup.agent().stdout(Setup.Stdout.PIPE));
    List<LogLine> lines = new ArrayList<>();
    try {
      // All are answered before the first line is read.
      Load.send(server, 4, requests / 4);
      BufferedReader reader = reader(server);
      while (count(lines, "events_dropped") == 0) {
        lines.addAll(server.jvm().lines(reader.readLine() + "\n"));
      }
      server.jvm().terminate();
      lines.addAll(rest(server, reader));
    } finally {
      server.close();
    }
    assertThat(dropped(lines)).isPositive();
    assertThat(count(lines, "request_completed") + dropped(lines)).isEqualTo(requests);
    assertThat(count(lines, "agent_started")).isOne();
    assertThat(lines.size())
        .isEqualTo(count(lines, "request_completed") + 1 + count(lines, "events_dropped"));
    assertThat(server.jvm().text("stderr")).doesNotContain("sidelight:");
  }

  @Test
  void file_rotatedUnderLoad_tearsNoLineAndKeepsItsSizes() throws Exception {
    int maxSize = 64 * 1024;
    RunningService server =
        RunningService.open(
            target(),
            "rotation",
            Setup.agent("output=agent.log", "output.max-size=64KB", "output.max-files=3"));
    int connections = 4;
    int each = 1_000;
    try {
      Load.send(server, connections, each);
    } finally {
      server.close();
    }
    List<Path> files =
        Stream.of("agent.log.3", "agent.log.2", "agent.log.1", "agent.log")
            .map(server.work()::resolve)
            .toList();
    List<String> ids = new ArrayList<>();
    for (Path file : files) {
      assertThat(file).exists();
      assertThat(Files.size(file)).isBetween(1L, (long) maxSize);
      String content = Files.readString(file);
      assertThat(content).endsWith("}\n");
      List<LogLine> lines = server.jvm().lines(content);
      assertThat(lines).hasSize((int) content.lines().count());
      lines.forEach(line -> ids.add(line.requestId()));
    }
    assertThat(server.work().resolve("agent.log.4")).doesNotExist();
    assertThat(ids).hasSizeGreaterThan(each / 4);
    for (int connection = 0; connection < connections; connection++) {
      String prefix = Load.id(connection, "");
      List<String> kept = ids.stream().filter(id -> id.startsWith(prefix)).toList();
      int of = connection;
      // The youngest ones, none of them missing. The last line of a connection may come after the
      // first one of its successor.
      assertThat(kept)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(each - kept.size(), each)
                  .mapToObj(number -> Load.id(of, Integer.toString(number)))
                  .toList());
    }
    assertThat(server.jvm().text("stdout")).isEmpty();
  }

  /** How a JVM can end. */
  enum End {
    SIGTERM,
    SYSTEM_EXIT,
    LAST_THREAD
  }

  /** Far more lines than the pipe takes are still in the queue when the end comes. */
  @ParameterizedTest
  @EnumSource
  void jvm_ending_losesNoLineOfACompletedRequest(End end) throws Exception {
    RunningService server = open("end-" + end, Setup.agent().stdout(Setup.Stdout.PIPE));
    List<LogLine> lines;
    try {
      Load.send(server, 4, 500);
      switch (end) {
        case SIGTERM -> server.jvm().terminate();
        case SYSTEM_EXIT -> {
          try (RawHttp connection = new RawHttp(server.port())) {
            connection.send("GET /exit HTTP/1.1\r\nHost: localhost\r\n\r\n");
          }
        }
        case LAST_THREAD -> {
          server.jvm().stdin().write('\n');
          server.jvm().stdin().flush();
        }
      }
      lines = rest(server, reader(server));
      server.jvm().awaitEnd();
    } finally {
      server.close();
    }
    assertThat(lines)
        .filteredOn(line -> line.requestId().startsWith(Load.PREFIX))
        .hasSize(2000)
        .extracting(LogLine::requestId)
        .doesNotHaveDuplicates();
    assertThat(lines).extracting(LogLine::event).containsOnly("agent_started", "request_completed");
    assertThat(server.jvm().text("stderr")).doesNotContain("sidelight:");
  }

  static boolean fullDeviceExists() {
    return Files.exists(Path.of("/dev/full"));
  }

  private static RunningService open(String suite, Setup setup) {
    return RunningService.open(target(), "output-" + suite, setup);
  }

  private static TestedRelease target() {
    return TestedRelease.newest(new EmbeddedTomcat(), "10.1", Jdks.running());
  }

  private static void send(RunningService server, int requests) {
    for (int i = 0; i < requests; i++) {
      assertThat(server.answer(server.http1(), server.request("/hello").build()).status())
          .isEqualTo(200);
    }
  }

  private static void awaitTold(RunningService server, String what) {
    server
        .jvm()
        .await(what, () -> server.jvm().text("stderr").contains("sidelight: " + what) ? 1 : null);
  }

  private static void toldOnce(RunningService server, String what) {
    assertThat(server.jvm().text("stderr").lines().filter(line -> line.startsWith("sidelight:")))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains(what));
  }

  private static List<LogLine> lines(RunningService server, Path file) {
    try {
      return Files.isRegularFile(file) ? server.jvm().lines(Files.readString(file)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader reader(RunningService server) {
    return new BufferedReader(new InputStreamReader(server.jvm().stdout(), StandardCharsets.UTF_8));
  }

  /** Reads until the other end of the pipe is closed. */
  private static List<LogLine> rest(RunningService server, BufferedReader reader)
      throws IOException {
    List<LogLine> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.addAll(server.jvm().lines(line + "\n"));
    }
    return lines;
  }

  private static long count(List<LogLine> lines, String event) {
    return lines.stream().filter(line -> line.event().equals(event)).count();
  }

  private static long dropped(List<LogLine> lines) {
    return lines.stream()
        .filter(line -> line.event().equals("events_dropped"))
        .mapToLong(line -> line.number("dropped"))
        .sum();
  }
}
