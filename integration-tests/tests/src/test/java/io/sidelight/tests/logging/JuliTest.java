package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JuliTest extends LoggingSuite implements JsonLinesContract, VerbosityContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.JULI);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  @Test
  void enrich_textsInTheDateFormat_showTheRequest() {
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message + "{request_id}");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .contains(" [" + got.answer().requestId() + "] [alice] INFO [")
          .endsWith(message + "{request_id}");
    }
  }

  @Test
  void enrich_lineOutsideARequest_showsNone() {
    service().options();
    String message = service().newMessage();
    service().ask("message=" + message, "on=outside");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message)).as(output).contains(" [] [] INFO [main] ");
    }
  }

  @Test
  void enrichWithRedaction_secrets_areMasked() {
    service().options("logs.redact=true");
    String message = service().newMessage();
    service().ask("message=" + message + "password={}", "arg=hunter2");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message)).as(output).endsWith("password=[REDACTED]");
    }
  }

  @Test
  void enrich_applicationAsksSlf4j_getsTheRequest() {
    service().options();
    TracedRequest got = service().ask("get=request_id");
    assertThat(LoggingService.answer(got, "get")).isEqualTo(got.answer().requestId());
    assertThat(LoggingService.answer(service().ask("get=other"), "get")).isEqualTo("null");
  }
}
