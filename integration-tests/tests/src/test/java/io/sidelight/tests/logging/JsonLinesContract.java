package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LineRules;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.logging.LoggingBackend.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code logs=json}: lines that a pattern would make look like the agent's own. */
interface JsonLinesContract extends LoggingContractPart {

  String JSON = "logs=json";

  @Test
  default void json_lineOfARequest_hasItsFields() {
    service().options(JSON);
    String message = service().newMessage();
    Instant before = Instant.now();
    TracedRequest got = service().ask("message=" + message + "{} Größe {}", "arg=1", "arg=2");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      LineRules.check(line, before);
      assertThat(line.keys())
          .as(output)
          .containsExactly(
              "ts",
              "level",
              "logger",
              "msg",
              "request_id",
              "user_id",
              "method",
              "path",
              "service",
              "thread");
      assertThat(line.level()).isEqualTo("INFO");
      assertThat(line.text("logger")).isEqualTo("shop.Orders");
      assertThat(line.text("msg")).isEqualTo(message + "1 Größe 2");
      assertThat(line.requestId()).isEqualTo(got.answer().requestId());
      assertThat(line.text("user_id")).isEqualTo("alice");
      assertThat(line.text("method")).isEqualTo("GET");
      assertThat(line.text("path")).isEqualTo("/log");
      assertThat(line.text("thread")).isEqualTo(got.line().text("thread"));
      assertThat(Duration.between(before, Instant.parse(line.text("ts"))))
          .isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  default void json_everyLevel_isNamed() {
    service().options(JSON);
    for (String level : List.of("INFO", "WARN", "ERROR")) {
      String message = service().newMessage();
      service().ask("message=" + message, "level=" + level);
      assertThat(service().awaitJson(LoggingService.FILE, message).level()).isEqualTo(level);
    }
  }

  @Test
  default void json_lineOfAnotherThread_hasItsRequest() {
    service().options(JSON);
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "on=thread");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.requestId()).as(output).isEqualTo(got.answer().requestId());
      assertThat(line.text("thread")).as(output).isNotEqualTo(got.line().text("thread"));
    }
  }

  @Test
  default void json_lineAfterItsRequest_saysSo() {
    service().options(JSON);
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "on=later");
    assertThat(service().lines(LoggingService.FILE, message)).isEmpty();
    service().ask("release=now");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.requestId()).as(output).isEqualTo(got.answer().requestId());
      assertThat(line.flag("after_completion")).as(output).isTrue();
    }
  }

  @Test
  default void json_lineOutsideARequest_hasNone() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message, "on=outside");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      for (String field : List.of("request_id", "user_id", "method", "path")) {
        assertThat(line.text(field)).as("%s in %s", field, output).isEqualTo("-");
      }
      assertThat(line.text("thread")).as(output).isEqualTo("main");
    }
  }

  @Test
  default void json_context_isUnderCtxWithoutOurs() {
    need(Trait.CONTEXT);
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message, "put=own:more", "put=api_token:hunter2-token");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.json().path("ctx").toString())
          .as(output)
          .isIn(
              "{\"own\":\"more\",\"api_token\":\"[REDACTED]\"}",
              "{\"api_token\":\"[REDACTED]\",\"own\":\"more\"}");
    }
  }

  @Test
  default void json_keyValues_comeBeforeTheContext() {
    need(Trait.KEY_VALUES);
    service().options(JSON);
    String message = service().newMessage();
    service()
        .ask("message=" + message, "kv=order:7", "kv=password:hunter2", "put=order:8", "put=own:9");
    assertThat(service().awaitJson(LoggingService.FILE, message).json().path("ctx").toString())
        .isIn(
            "{\"order\":\"7\",\"password\":\"[REDACTED]\",\"own\":\"9\"}",
            // Log4j merges them itself, and sorts.
            "{\"order\":\"7\",\"own\":\"9\",\"password\":\"[REDACTED]\"}");
  }

  @Test
  default void json_marker_isNamed() {
    need(Trait.MARKERS);
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message, "marker=BILLING");
    assertThat(service().awaitJson(LoggingService.FILE, message).strings("markers"))
        .containsExactly("BILLING");
  }

  @Test
  default void json_exception_isOneFieldWithItsRootFirst() {
    service().options(JSON);
    String message = service().newMessage();
    service()
        .ask(
            "message=" + message + "{}", "arg=1", "thrown=outer", "root=token=hunter2 was refused");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.text("msg")).isEqualTo(message + "1");
      assertThat(line.text("exc"))
          .as(output)
          .startsWith("java.lang.IllegalArgumentException: token=[REDACTED] was refused")
          .contains("Wrapped by: java.lang.IllegalStateException: outer");
      assertThat(line.keys()).last().isEqualTo("exc");
      List<String> all = service().all(output);
      assertThat(all.subList(all.indexOf(line.raw()), all.size()))
          .as(output)
          .noneMatch(following -> following.startsWith("\t"));
    }
  }

  @Test
  default void json_secrets_areMasked() {
    service().options(JSON);
    String message = service().newMessage();
    service()
        .ask(
            "message=" + message + "password={} Authorization: Bearer {}",
            "arg=hunter2",
            "arg=hunter2hunter2hunter2");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .contains("password=[REDACTED]")
          .doesNotContain("hunter2");
    }
  }

  @Test
  default void json_messageOfSeveralLines_isOneLine() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "first\nsecond\u2028third");
    for (String output : service().outputs()) {
      assertThat(service().awaitJson(output, message).text("msg"))
          .as(output)
          .isEqualTo(message + "first\nsecond\u2028third");
    }
  }

  @Test
  default void json_layoutOfTheApplication_isLeft() {
    need(Trait.OWN_LAYOUT);
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "password={}", "arg=hunter2");
    assertThat(service().awaitLine(LoggingService.OWN_FILE, message))
        .isEqualTo("{\"own\":\"%spassword=hunter2\"}", message);
  }
}
