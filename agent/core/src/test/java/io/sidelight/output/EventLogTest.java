package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.AgentWarning;
import io.sidelight.event.ConfigChanged;
import io.sidelight.event.InstrumentationDisabled;
import io.sidelight.event.Level;
import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLogTest {

  private final MemoryDestination main = MemoryDestination.open();
  private final MemoryDestination audit = MemoryDestination.open();
  private final EventLog log = log(TestLines.redactor());

  @BeforeEach
  @AfterEach
  void forgetDiagnostics() {
    Diagnostics.reset();
  }

  @Test
  void level_decidesWhatIsWritten_andCanChange() {
    log.log(TestLines.event("debug1", Level.DEBUG), null);
    log.log(TestLines.event("info1", Level.INFO), null);
    log.setLevels(Levels.of(Level.WARN, Map.of("http", Level.DEBUG)));
    log.log(TestLines.event("debug2", Level.DEBUG), null);
    log.log(new TestLines.Line("info2", "jobs", Level.INFO, false, fields -> {}), null);
    log.close();

    assertThat(names(main)).containsExactly("info1", "debug2");
    assertThat(log.enabled("http", Level.DEBUG)).isTrue();
    assertThat(log.enabled("jobs", Level.INFO)).isFalse();
  }

  @Test
  void requestWithDebug_writesDebugLines_andNoOtherDoes() {
    TestLines.Request granted = new TestLines.Request("r", "u", "GET", "/", null, null, true);

    log.log(TestLines.event("granted", Level.DEBUG), granted);
    log.log(TestLines.event("other", Level.DEBUG), TestLines.request());
    log.close();

    assertThat(names(main)).containsExactly("granted");
    assertThat(log.enabled("http", Level.DEBUG, granted)).isTrue();
    assertThat(log.enabled("http", Level.DEBUG, null)).isFalse();
  }

  @Test
  void auditLine_goesToItsOwnDestination_whateverTheLevels() {
    log.setLevels(Levels.of(Level.ERROR, Map.of()));
    log.log(new TestLines.Line("audit", "audit", Level.INFO, true, fields -> {}), null);
    log.close();

    assertThat(names(audit)).containsExactly("audit");
    assertThat(main.lines()).isEmpty();
  }

  @Test
  void firstLine_isAnnouncedOnce_beforeIt_alsoUnderConcurrency() throws Exception {
    for (int round = 0; round < 50; round++) {
      MemoryDestination destination = MemoryDestination.open();
      EventLog each = log(destination, null, TestLines.redactor());
      each.onFirstLine(
          () -> {
            each.log(TestLines.event("agent_started", Level.INFO), null);
            each.log(TestLines.event("second", Level.INFO), null);
          });
      CountDownLatch go = new CountDownLatch(1);
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        threads.add(
            new Thread(
                () -> {
                  MemoryDestination.await(go);
                  each.log(TestLines.event("line", Level.INFO), null);
                }));
      }
      threads.forEach(Thread::start);
      go.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
      each.close();

      assertThat(names(destination))
          .containsExactly("agent_started", "second", "line", "line", "line", "line");
    }
  }

  @Test
  void lineBelowItsLevel_announcesNothing() {
    log.onFirstLine(() -> log.log(TestLines.event("agent_started", Level.INFO), null));
    log.log(TestLines.event("debug", Level.DEBUG), null);
    log.close();

    assertThat(main.lines()).isEmpty();
  }

  @Test
  void announcement_thatFails_costsOnlyItself() {
    log.onFirstLine(
        () -> {
          throw new IllegalStateException();
        });
    log.log(TestLines.event("line", Level.INFO), null);
    log.close();

    assertThat(names(main)).containsExactly("line");
    assertThat(Diagnostics.counts()).containsEntry("announce", 1L);
  }

  @Test
  void announce_calledFirst_isNotRepeated() {
    log.onFirstLine(() -> log.log(TestLines.event("agent_started", Level.INFO), null));
    log.announce();
    log.announce();
    log.log(TestLines.event("line", Level.INFO), null);
    log.close();

    assertThat(names(main)).containsExactly("agent_started", "line");
  }

  @Test
  void heldLine_announcesNothing_andComesRightAfterTheAnnouncement() {
    log.onFirstLine(() -> log.log(TestLines.event("agent_started", Level.INFO), null));
    log.logOnceAnnounced(TestLines.event("held", Level.WARN));
    assertThat(main.lines()).isEmpty();
    log.log(TestLines.event("line", Level.INFO), null);
    log.logOnceAnnounced(TestLines.event("later", Level.WARN));
    log.close();

    assertThat(names(main)).containsExactly("agent_started", "held", "line", "later");
  }

  @Test
  void heldLine_withoutAnnouncement_isNeverWritten() {
    log.logOnceAnnounced(TestLines.event("held", Level.WARN));
    log.close();

    assertThat(main.lines()).isEmpty();
  }

  @Test
  void warnings_reportedBeforeTheLog_areToldByIt_onceOfAKind() {
    Diagnostics.report("early", "Something was lost.", new IllegalStateException("why"));
    Diagnostics.report("early", "Something was lost.", null);
    Diagnostics.attach(log);
    Diagnostics.report("early", "Something was lost.", null);
    Diagnostics.report("late", "Another thing was lost.", null);
    log.close();

    assertThat(names(main)).containsExactly("agent_warning", "agent_warning");
    assertThat(main.lines().get(0))
        .contains(
            "\"level\":\"WARN\",\"logger\":\"sidelight\"",
            "\"problem\":\"Something was lost.\",\"error\":\"java.lang.IllegalStateException\"",
            "\"exc\":\"java.lang.IllegalStateException: why\\n\\tat ");
    assertThat(Diagnostics.counts()).containsEntry("early", 3L).containsEntry("late", 1L);
  }

  @Test
  void kinds_areBounded() {
    for (int i = 0; i < 1000; i++) {
      Diagnostics.report("kind " + i, "m", null);
    }

    assertThat(Diagnostics.counts()).hasSizeLessThanOrEqualTo(65).containsKey("other");
  }

  @Test
  void failureWhileWarning_isSurvived() {
    EventLog broken = log(main, null, null); // every redaction fails
    Diagnostics.attach(broken);
    Diagnostics.report("first", "m", new IllegalStateException());
    Diagnostics.report("second", "m", null);
    broken.close();

    assertThat(Diagnostics.counts()).containsKeys("first", "second", "field", "exc");
    assertThat(names(main)).contains("agent_warning");
  }

  @Test
  void encode_returnsTheLine_andWritesNothing() {
    byte[] line = log.encode(TestLines.event("x", Level.DEBUG), TestLines.request());
    log.close();

    assertThat(TestLines.parse(TestLines.text(line)).get("request_id").asText()).isEqualTo("r-1");
    assertThat(main.lines()).isEmpty();
  }

  @Test
  void lineLoggedWhileAnotherIsEncoded_isWhole() {
    log.log(
        TestLines.event(
            fields -> {
              fields.number("before", 1);
              log.log(TestLines.event("inner", Level.INFO), null);
              fields.number("after", 2);
            }),
        null);
    log.close();

    assertThat(names(main)).containsExactly("inner", "request_completed");
    assertThat(main.lines().get(1)).contains("\"before\":1,\"after\":2");
  }

  @Test
  void ownEvents_haveTheFieldsOfTheContract() {
    log.log(new ConfigChanged("sidelight.level", "INFO", null), null);
    log.log(new InstrumentationDisabled("okhttp", "it kept failing"), null);
    log.log(AgentWarning.ofFailure("p", null), null);
    log.close();

    assertThat(main.lines().get(0))
        .contains(
            "\"event\":\"config_changed\"",
            ",\"option\":\"sidelight.level\",\"from\":\"INFO\",\"thread\"");
    assertThat(main.lines().get(1))
        .contains(",\"instrumentation\":\"okhttp\",\"reason\":\"it kept failing\",\"thread\"");
    assertThat(main.lines().get(2)).contains(",\"problem\":\"p\",\"thread\"");
  }

  @Test
  void levels_ofDottedLoggers_comeFromTheNearestParent() {
    Levels levels = Levels.of(Level.INFO, Map.of("com.acme", Level.DEBUG, "com", Level.ERROR));

    assertThat(levels.of("com.acme.billing.Invoice")).isEqualTo(Level.DEBUG);
    assertThat(levels.of("com.other")).isEqualTo(Level.ERROR);
    assertThat(levels.of("org.other")).isEqualTo(Level.INFO);
    assertThat(levels.of("com.acmes")).isEqualTo(Level.ERROR);
  }

  private EventLog log(Redactor redactor) {
    return log(main, audit, redactor);
  }

  @SuppressWarnings("NullAway") // without a redactor each redaction fails
  private static EventLog log(
      Destination to, @Nullable Destination auditTo, @Nullable Redactor redactor) {
    return new EventLog(
        TestLines.settings().build(),
        TestLines.info(),
        redactor,
        to,
        auditTo,
        TestLines.CLOCK,
        TimeUnit.SECONDS.toNanos(5));
  }

  private static List<String> names(MemoryDestination destination) {
    return destination.lines().stream()
        .map(line -> TestLines.parse(line).get("event").asText())
        .toList();
  }
}
