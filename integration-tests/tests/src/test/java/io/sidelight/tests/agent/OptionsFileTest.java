package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file named by {@code sidelight.config}, changed while a server runs. */
final class OptionsFileTest {

  @TempDir Path folder;

  private Path file;
  private RunningService server;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("sidelight.properties");
    write("sidelight.level.http=INFO");
    server =
        RunningService.start(
            TestedRelease.newest(new EmbeddedTomcat(), "10.1", Jdks.running()),
            "options-file",
            "config=" + file);
  }

  @AfterEach
  void stop() {
    server.close();
    server.jvm().checkStreams();
  }

  @Test
  void level_changedAndTakenOutAgain_isInForceWithinSeconds() throws IOException {
    assertThat(startedLines()).isZero();

    write("sidelight.level.http=DEBUG");
    LogLine changed = awaitLine("config_changed", 1);
    assertThat(changed.text("option")).isEqualTo("sidelight.level.http");
    assertThat(changed.text("from")).isEqualTo("INFO");
    assertThat(changed.text("to")).isEqualTo("DEBUG");
    assertThat(startedLines()).isOne();

    write("# nothing is set any more");
    LogLine back = awaitLine("config_changed", 2);
    assertThat(back.text("option")).isEqualTo("sidelight.level.http");
    assertThat(back.text("from")).isEqualTo("DEBUG");
    assertThat(startedLines()).isZero();
    assertThat(lines("agent_warning")).isEmpty();
  }

  @Test
  void brokenLine_keepsItsLastValueAndIsToldOnce() throws IOException {
    write("sidelight.level.http=DEBUG");
    awaitLine("config_changed", 1);

    write("sidelight.level.http=\\u12");
    LogLine warning = awaitLine("agent_warning", 1);
    assertThat(warning.text("problem"))
        .contains("sidelight.level.http in line 1")
        .contains("DEBUG (file) is used instead");
    assertThat(startedLines()).isOne();

    write("sidelight.level.http=WARN");
    awaitLine("config_changed", 2);
    assertThat(lines("agent_warning")).hasSize(1);
  }

  @Test
  void missingFile_keepsTheLastValues() throws IOException {
    write("sidelight.level.http=DEBUG");
    awaitLine("config_changed", 1);
    Files.delete(file);
    assertThat(awaitLine("agent_warning", 1).text("problem")).contains("does not exist");
    assertThat(startedLines()).isOne();
  }

  @Test
  void unknownOption_isToldWithTheNearestName() throws IOException {
    write("sidelight.slow.requests=2s");
    assertThat(awaitLine("agent_warning", 1).text("problem"))
        .contains("sidelight.slow.requests")
        .contains("did you mean sidelight.slow.request?");
  }

  @Test
  void badValue_isToldWithTheValueUsed() throws IOException {
    write("sidelight.level.http=LOUD");
    assertThat(awaitLine("agent_warning", 1).text("problem"))
        .contains("LOUD")
        .contains("is used instead");
    assertThat(startedLines()).isZero();
    assertThat(server.get("/hello").line().event()).isEqualTo("request_completed");
  }

  /** How many lines tell the start of one more request. */
  private int startedLines() {
    TracedRequest got = server.get("/hello");
    return server.lines("request_started", got.answer().requestId()).size();
  }

  private LogLine awaitLine(String event, int number) {
    return server
        .jvm()
        .await(
            number + " lines " + event,
            () -> {
              List<LogLine> lines = lines(event);
              return lines.size() < number ? null : lines.get(number - 1);
            });
  }

  private List<LogLine> lines(String event) {
    return server.jvm().lines().stream().filter(line -> line.event().equals(event)).toList();
  }

  /** As an editor or a configuration manager does it: the whole file at once. */
  private void write(String content) throws IOException {
    Path whole = folder.resolve("sidelight.properties.new");
    Files.writeString(whole, content);
    Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
