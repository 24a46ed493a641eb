package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.Conversation;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RewrittenJar;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedJetty;
import io.sidelight.tests.server.EmbeddedJetty12;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.EmbeddedUndertow;
import io.sidelight.tests.server.RunningService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent with parts of it broken on purpose: the application must not notice. */
final class FailingAdviceTest {

  private static final String PACKAGE = "io/sidelight/instrumentation/tomcat";

  /** More than the failures after which an instrumentation gives up. */
  private static final int ROUNDS = 12;

  /** Of all requests the one by which the newest versions call {@code CoyoteAdapter.log}. */
  private static final String UPGRADE =
      "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
          + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

  /** Somebody has to log in for all advice to be called. */
  private static final String LOGIN = "-Dcontract.login=BASIC";

  /** What each server answers without the agent. */
  private static final Map<TestedRelease, List<String>> EXPECTED = new HashMap<>();

  @TempDir Path folder;

  static Stream<Arguments> broken() {
    List<String> advice =
        RewrittenJar.classes(PACKAGE).stream()
            .filter(name -> name.endsWith("Advice") && name.contains("$"))
            .map(name -> name.substring(name.indexOf('$') + 1))
            .toList();
    assertThat(advice).hasSizeGreaterThan(5);
    return Stream.concat(advice.stream(), Stream.of("every advice"))
        .flatMap(
            name ->
                Stream.of(
                    Arguments.of(name, IllegalStateException.class),
                    Arguments.of(name, NoSuchMethodError.class)));
  }

  @ParameterizedTest(name = "{0} throws {1}")
  @MethodSource("broken")
  void advice_throwing_changesNoAnswerAndIsToldOnce(String advice, Class<?> error) {
    BiPredicate<String, String> fails =
        (type, method) ->
            type.startsWith(PACKAGE)
                && type.endsWith(advice.equals("every advice") ? "Advice" : "$" + advice);
    TestedRelease target = advice.equals("Http2ActionAdvice") ? oldest() : newest();
    List<String> expected = EXPECTED.computeIfAbsent(target, FailingAdviceTest::withoutAgent);
    RunningService server =
        RunningService.open(
            target,
            "advice-" + advice + "-" + error.getSimpleName(),
            // The fallback would step in for what is disabled.
            Setup.agent(RewrittenJar.make(folder, fails, error), "instrument.servlet=false")
                .after(LOGIN));
    try {
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(answers(server)).isEqualTo(expected);
        assertThat(server.rawAnswer(UPGRADE).status()).isEqualTo(101);
      }
    } finally {
      server.close();
    }
    server.jvm().checkStreams();
    List<LogLine> lines = server.jvm().lines();
    assertThat(events(lines, "agent_warning")).hasSize(1);
    assertThat(events(lines, "agent_warning").get(0).text("error")).isEqualTo(error.getName());
    // A connector starts once; all other advice is called in each round.
    boolean disabled = error == NoSuchMethodError.class || !advice.equals("ConnectorStartAdvice");
    assertThat(events(lines, "instrumentation_disabled")).hasSize(disabled ? 1 : 0);
    assertThat(events(lines, "events_dropped")).isEmpty();
    assertThat(lines).extracting(LogLine::event).contains("agent_started");
    if (disabled) {
      // All call sites of the instrumentation are silent from then on.
      LogLine last = events(lines, "instrumentation_disabled").get(0);
      assertThat(last.text("instrumentation")).isEqualTo("tomcat");
      assertThat(lines.subList(lines.indexOf(last) + 1, lines.size())).hasSizeLessThanOrEqualTo(1);
    }
  }

  static Stream<Arguments> containers() {
    return Stream.of(
        Arguments.of(newest(), "tomcat"),
        Arguments.of(TestedRelease.newest(new EmbeddedJetty(), "11.0", Jdks.running()), "jetty"),
        Arguments.of(
            TestedRelease.newest(new EmbeddedJetty12("ee10"), "12.0", Jdks.running()), "jetty12"),
        Arguments.of(
            TestedRelease.newest(new EmbeddedUndertow(), "2.3", Jdks.running()), "undertow"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("containers")
  void container_disabled_isServedByTheFallback(TestedRelease target, String name) {
    BiPredicate<String, String> fails =
        (type, method) ->
            type.startsWith("io/sidelight/instrumentation/" + name + "/")
                && type.endsWith("Advice");
    Path jar = RewrittenJar.make(folder, fails, NoSuchMethodError.class);
    List<String> expected = EXPECTED.computeIfAbsent(target, FailingAdviceTest::withoutAgent);
    RunningService server =
        RunningService.open(target, "advice-of-" + name, Setup.agent(jar).after(LOGIN));
    try {
      assertThat(answers(server)).isEqualTo(expected);
      assertThat(answers(server)).isEqualTo(expected);
    } finally {
      server.close();
    }
    server.jvm().checkStreams();
    List<LogLine> lines = server.jvm().lines();
    assertThat(events(lines, "instrumentation_disabled"))
        .extracting(line -> line.text("instrumentation"))
        .containsExactly(name);
    assertThat(events(lines, "request_completed"))
        .extracting(LogLine::requestId)
        .doesNotHaveDuplicates();
    assertThat(events(lines, "request_completed"))
        .extracting(line -> line.text("path") + " " + line.status())
        .contains("/hello 200", "/fail/exception 500");
  }

  @Test
  void redaction_throwing_costsFieldsAndNoLine() {
    List<String> channels = List.of("text", "header", "query", "path");
    BiPredicate<String, String> fails =
        (type, method) -> type.equals("io/sidelight/redact/Redactor") && channels.contains(method);
    Path jar = RewrittenJar.make(folder, fails, IllegalStateException.class);
    List<String> expected = EXPECTED.computeIfAbsent(newest(), FailingAdviceTest::withoutAgent);
    RunningService server =
        RunningService.open(
            newest(), "redaction-throws", Setup.agent(jar, "level=DEBUG").after(LOGIN));
    int requests = 0;
    try {
      assertThat(answers(server)).isEqualTo(expected);
      Answer canary =
          server.answer(
              server.http1(),
              server
                  .request("/nowhere/canary-path?canary-name=canary-value")
                  .header("X-Canary", "canary-header")
                  .build());
      assertThat(canary.status()).isEqualTo(404);
      requests = expected.size() + 1;
    } finally {
      server.close();
    }
    List<LogLine> lines = server.jvm().lines();
    assertThat(events(lines, "request_started")).hasSize(requests);
    assertThat(events(lines, "request_completed"))
        .hasSize(requests)
        .allSatisfy(line -> assertThat(line.text("path")).isEqualTo("-"))
        .allSatisfy(line -> assertThat(line.durationMs()).isNotNegative());
    assertThat(events(lines, "request_completed"))
        .extracting(LogLine::status)
        .contains(200, 400, 404, 500);
    assertThat(events(lines, "agent_warning")).isNotEmpty();
    assertThat(lines).extracting(LogLine::raw).noneMatch(raw -> raw.contains("canary"));
    server.jvm().checkStreams();
  }

  private static List<String> withoutAgent(TestedRelease target) {
    RunningService server =
        RunningService.start(target, "advice-none", Setup.withoutAgent().after(LOGIN));
    try {
      return answers(server);
    } finally {
      server.close();
    }
  }

  private static List<String> answers(RunningService server) {
    return Conversation.hold(server).stream()
        .map(answer -> answer.comparable(server.port()))
        .toList();
  }

  private static TestedRelease newest() {
    return TestedRelease.newest(new EmbeddedTomcat(), "10.1", Jdks.running());
  }

  /** HTTP/2 needed advice of its own there. */
  private static TestedRelease oldest() {
    return TestedRelease.oldest(new EmbeddedTomcat(), Jdks.running());
  }

  private static List<LogLine> events(List<LogLine> lines, String event) {
    return lines.stream().filter(line -> line.event().equals(event)).toList();
  }
}
