package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.logging.LoggingBackend.Trait;
import org.junit.jupiter.api.Test;

/** {@code logs=enrich}, and {@code off}: what patterns and the application see of the request. */
interface EnrichedLinesContract extends LoggingContractPart {

  /** How a line of a request begins without the agent. */
  default String unfilled() {
    return "[] [] []";
  }

  @Test
  default void enrich_lineOfARequest_showsIt() {
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message + "{} {}", "arg=one", "arg=two");
    String id = got.answer().requestId();
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .isEqualTo("[%s] [alice] [] INFO shop.Orders - %sone two", id, message);
    }
  }

  @Test
  default void enrich_lineOfAnotherThread_showsItsRequest() {
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "on=thread");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .startsWith("[" + got.answer().requestId() + "] [alice] ");
    }
  }

  @Test
  default void enrich_lineOutsideARequest_showsNone() {
    service().options();
    String message = service().newMessage();
    service().ask("message=" + message, "on=outside");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message)).as(output).startsWith("[] [] [] INFO ");
    }
  }

  @Test
  default void enrich_keyOfTheApplication_wins() {
    need(Trait.CONTEXT);
    service().options();
    String message = service().newMessage();
    TracedRequest got =
        service()
            .ask("message=" + message, "put=request_id:mine", "put=own:more", "get=request_id");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .startsWith("[mine] [alice] [more] INFO ");
    }
    assertThat(LoggingService.answer(got, "get")).isEqualTo("mine");
    assertThat(LoggingService.answer(got, "context")).isEqualTo("{own=more, request_id=mine}");
    assertThat(LoggingService.answer(got, "after")).isEqualTo("{}");
  }

  @Test
  default void enrich_applicationAsks_getsTheRequestAndFindsItsContextUnchanged() {
    need(Trait.CONTEXT);
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "put=own:more", "get=request_id");
    assertThat(LoggingService.answer(got, "get")).isEqualTo(got.answer().requestId());
    assertThat(LoggingService.answer(got, "context")).isEqualTo("{own=more}");
    assertThat(LoggingService.answer(got, "after")).isEqualTo("{}");
    assertThat(LoggingService.answer(service().ask("get=user_id"), "get")).isEqualTo("alice");
    assertThat(LoggingService.answer(service().ask("get=other"), "get")).isEqualTo("null");
    assertThat(LoggingService.answer(service().ask("get=request_id", "on=outside"), "get"))
        .isEqualTo("null");
  }

  @Test
  default void enrich_exception_isWrittenAsEver() {
    service().options();
    String message = service().newMessage();
    service().ask("message=" + message, "thrown=outer", "root=inner");
    assertThat(service().awaitLine(LoggingService.FILE, message)).endsWith(message);
    String all = service().server().jvm().text(LoggingService.FILE);
    assertThat(all.substring(all.indexOf(message)))
        .startsWith(message + System.lineSeparator() + "java.lang.IllegalStateException: outer")
        .contains("Caused by: java.lang.IllegalArgumentException: inner");
  }

  @Test
  default void enrich_secrets_areLeft() {
    service().options();
    String message = service().newMessage();
    service().ask("message=" + message + "password={}", "arg=hunter2");
    assertThat(service().awaitLine(LoggingService.FILE, message)).endsWith("password=hunter2");
  }

  @Test
  default void enrichWithRedaction_secrets_areMasked() {
    service().options("logs.redact=true");
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message + "password={} Größe", "arg=hunter2");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .startsWith("[" + got.answer().requestId() + "] ")
          .endsWith("password=[REDACTED] Größe");
    }
  }

  @Test
  default void off_lineOfARequest_isAsWithoutTheAgent() {
    service().options("logs=off", "logs.redact=true");
    String message = service().newMessage();
    String[] asked = {"message=" + message + "password={}", "arg=hunter2", "get=request_id"};
    TracedRequest got = service().ask(asked);
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .isEqualTo(unfilled() + " INFO shop.Orders - %spassword=hunter2", message);
    }
    if (service().backend().has(Trait.CONTEXT)) {
      assertThat(LoggingService.answer(got, "get")).isEqualTo("null");
    }
  }
}
