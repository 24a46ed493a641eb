package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.logging.LoggingBackend.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines are written beyond what the loggers are set to, or of that. */
interface VerbosityContract extends LoggingContractPart {

  String KEPT = "debug.on-failure=true";

  @Test
  default void level_unset_loggersDecide() {
    service().options();
    assertThat(isWritten("level=DEBUG")).isFalse();
    assertThat(isEnabled("DEBUG")).isFalse();
    assertThat(isEnabled("INFO")).isTrue();
  }

  @Test
  default void level_setAndTakenOutAgain_opensTheLogger() {
    service().options("level.shop=DEBUG");
    assertThat(isWritten("level=DEBUG")).isTrue();
    assertThat(isWritten("level=DEBUG", "arg=1")).isTrue();
    assertThat(isWritten("level=DEBUG", "arg=1", "arg=2")).isTrue();
    assertThat(isWritten("level=DEBUG", "arg=1", "arg=2", "arg=3")).isTrue();
    assertThat(isWritten("level=DEBUG", "on=outside")).isTrue();
    assertThat(isWritten("level=DEBUG", "logger=other.Orders")).isFalse();
    assertThat(isEnabled("DEBUG")).isTrue();
    service().options();
    assertThat(isWritten("level=DEBUG")).isFalse();
    assertThat(isEnabled("DEBUG")).isFalse();
  }

  @Test
  default void level_setHigher_closesTheLogger() {
    service().options("level.shop.Orders=ERROR");
    assertThat(isWritten("level=WARN")).isFalse();
    assertThat(isWritten("level=WARN", "on=outside")).isFalse();
    assertThat(isWritten("level=ERROR")).isTrue();
    assertThat(isWritten("level=WARN", "logger=shop.Customers")).isTrue();
    assertThat(isEnabled("WARN")).isFalse();
  }

  @Test
  default void level_setForLinesThatAFilterDenies_changesNothing() {
    need(Trait.FILTER);
    service().options("level.filtered=DEBUG");
    assertThat(isWritten("level=DEBUG", "logger=filtered.Orders")).isFalse();
    assertThat(isWritten("level=WARN", "logger=filtered.Orders")).isFalse();
  }

  @Test
  default void kept_requestFails_linesAppearInTheAgentsOutput() {
    service().options(KEPT);
    for (List<String> arguments :
        List.of(List.<String>of(), List.of("1"), List.of("1", "2"), List.of("1", "2", "3"))) {
      String message = service().newMessage();
      String[] asked = new String[arguments.size() + 4];
      asked[0] = "message=" + message + "{} {} {}";
      asked[1] = "level=DEBUG";
      asked[2] = "status=503";
      asked[3] = "enabled=DEBUG";
      for (int i = 0; i < arguments.size(); i++) {
        asked[i + 4] = "arg=" + arguments.get(i);
      }
      TracedRequest got = service().ask(asked);
      LogLine line = service().awaitJson(LoggingService.STDOUT, message);
      String[] shown = {"{}", "{}", "{}"};
      for (int i = 0; i < arguments.size(); i++) {
        shown[i] = arguments.get(i);
      }
      assertThat(line.text("msg")).isEqualTo(message + String.join(" ", shown));
      assertThat(line.level()).isEqualTo("DEBUG");
      assertThat(line.text("logger")).isEqualTo("shop.Orders");
      assertThat(line.requestId()).isEqualTo(got.answer().requestId());
      assertThat(line.text("thread")).isEqualTo(got.line().text("thread"));
      assertThat(LoggingService.answer(got, "enabled")).isEqualTo("true");
      assertThat(service().lines(LoggingService.FILE, message)).isEmpty();
    }
  }

  @Test
  default void kept_keyValuesMarkerAndException_areThere() {
    need(Trait.KEY_VALUES);
    service().options(KEPT);
    String message = service().newMessage();
    service()
        .ask(
            "message=" + message,
            "level=DEBUG",
            "status=503",
            "kv=order:7",
            "marker=BILLING",
            "put=own:8",
            "thrown=outer");
    LogLine line = service().awaitJson(LoggingService.STDOUT, message);
    assertThat(line.json().path("ctx").toString()).isEqualTo("{\"order\":\"7\",\"own\":\"8\"}");
    assertThat(line.strings("markers")).containsExactly("BILLING");
    assertThat(line.text("exc")).startsWith("java.lang.IllegalStateException: outer");
    service().flush();
    assertThat(service().lines(LoggingService.FILE, message)).isEmpty();
    assertThat(service().lines(LoggingService.OWN_FILE, message)).isEmpty();
  }

  /** Ten failures of advice would switch the library's instrumentation off, and masking with it. */
  @Test
  default void kept_linesWhoseCodeFails_costTheirFieldAlone() {
    service().options(KEPT, "logs=json");
    for (int i = 0; i < 12; i++) {
      String message = service().newMessage();
      TracedRequest got = service().ask("hostile=" + message, "status=503");
      assertThat(got.answer().status()).isEqualTo(503);
      assertThat(LoggingService.answer(got, "supplied")).isEqualTo("0");
      List<String> kept = service().lines(LoggingService.STDOUT, message);
      assertThat(kept)
          .anyMatch(line -> line.contains(message + "throws "))
          .anyMatch(line -> line.contains(message + "endless "))
          .anyMatch(line -> line.contains(message + "exception"))
          .anyMatch(line -> line.contains("(unreadable: java.lang.IllegalStateException)"));
    }
    String message = service().newMessage();
    service().ask("message=" + message + "password={}", "arg=hunter2");
    for (String output : service().outputs()) {
      assertThat(service().awaitJson(output, message).text("msg"))
          .isEqualTo(message + "password=[REDACTED]");
    }
  }

  @Test
  default void kept_requestSucceeds_linesAppearNowhere() {
    service().options(KEPT);
    assertThat(isWritten("level=DEBUG")).isFalse();
    assertThat(isWritten("level=INFO")).isTrue();
  }

  @Test
  default void kept_outsideARequest_loggersDecide() {
    service().options(KEPT);
    assertThat(isWritten("level=DEBUG", "on=outside")).isFalse();
    TracedRequest got = service().ask("enabled=DEBUG", "on=outside");
    assertThat(LoggingService.answer(got, "enabled")).isEqualTo("false");
  }

  /** Whether a line is in the file once a later one is, and only there. */
  private boolean isWritten(String... asked) {
    String message = service().newMessage();
    String[] all = new String[asked.length + 1];
    all[0] = "message=" + message;
    System.arraycopy(asked, 0, all, 1, asked.length);
    service().ask(all);
    service().flush();
    int lines = service().lines(LoggingService.FILE, message).size();
    assertThat(service().lines(LoggingService.STDOUT, message)).hasSize(lines);
    assertThat(lines).isLessThan(2);
    return lines == 1;
  }

  private boolean isEnabled(String level) {
    return LoggingService.answer(service().ask("enabled=" + level), "enabled").equals("true");
  }
}
