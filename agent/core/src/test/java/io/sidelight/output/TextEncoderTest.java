package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Event;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextEncoderTest {

  private final TimeZone before = TimeZone.getDefault();

  @BeforeEach
  void useAFixedZone() {
    Diagnostics.reset();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
  }

  @AfterEach
  void restoreTheZone() {
    TimeZone.setDefault(before);
    Diagnostics.reset();
  }

  @Test
  void line_ofARequest_readsAsInTheContract() {
    String line =
        text(
            TestLines.event(
                fields -> {
                  fields.number("status", 200);
                  fields.millis("duration_ms", 12_340_000);
                }),
            TestLines.request());

    assertThat(line)
        .startsWith(
            "2026-11-22 15:45:30.123 INFO  http  GET /orders/7 - request_completed"
                + " status=200 duration_ms=12.34 request_id=r-1 user_id=alice thread=");
  }

  @Test
  void line_outsideARequest_hasNoIdentity() {
    assertThat(text(TestLines.event("agent_started", Level.WARN), null))
        .startsWith("2026-11-22 15:45:30.123 WARN  http  - agent_started thread=");
  }

  @Test
  void values_thatCouldBeMisread_areQuotedAndEscaped() {
    String line =
        text(
            TestLines.event(
                fields -> {
                  fields.constant("a", "two words");
                  fields.constant("b", "say \"hi\"");
                  fields.constant("c", "x=1");
                  fields.constant("d", "line\n2026-11-22 forged\u001b[31m\u0085\u202e");
                  fields.constant("e", "");
                  fields.constant("f", "C:\\temp");
                  fields.constant("g", "grün");
                }),
            null);

    assertThat(line)
        .contains(
            " a=\"two words\" b=\"say \\\"hi\\\"\" c=\"x=1\""
                + " d=\"line\\n2026-11-22 forged\\u001b[31m\\u0085\\u202e\" e=\"\""
                + " f=\"C:\\\\temp\" g=grün ");
    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
  }

  @Test
  void objects_haveDottedNames_alsoAfterOneThatFailed() {
    String line =
        text(
            TestLines.event(
                fields -> {
                  fields.object(
                      "bad",
                      bad -> {
                        bad.number("n", 1);
                        throw new IllegalStateException();
                      });
                  fields.object(
                      "deps",
                      deps -> {
                        deps.number("count", 2);
                        deps.object("by", by -> by.millis("ms", 1_000_000));
                      });
                  fields.names("query_keys", List.of("a", "b"));
                  fields.flag("slow", true);
                }),
            null);

    assertThat(line).contains("completed deps.count=2 deps.by.ms=1 query_keys=a,b slow=true ");
  }

  @Test
  void exception_followsBehindTabs_soThatNothingIsForged() {
    String line =
        text(
            TestLines.event(
                fields ->
                    fields.exception(
                        new IllegalStateException("bad\n2026-11-22 INFO forged\r\u001b[2J"))),
            null);

    List<String> lines = line.lines().toList();
    assertThat(lines).hasSizeGreaterThan(3);
    assertThat(lines.subList(1, lines.size())).allMatch(each -> each.startsWith("\t"));
    assertThat(lines.get(1)).isEqualTo("\tjava.lang.IllegalStateException: bad");
    assertThat(lines.get(2)).isEqualTo("\t2026-11-22 INFO forged\\r\\u001b[2J");
    assertThat(lines.get(3)).startsWith("\t\tat io.sidelight.");
  }

  private static String text(Event event, @Nullable RequestInfo request) {
    return TestLines.encode(
        TestLines.settings().format(OutputSettings.Format.TEXT), event, request);
  }
}
