package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class Log4jApiTest extends LoggingContract implements Log4jContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.LOG4J_API);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  @Test
  void enrich_keyOfAMessage_isNotAddedToItsContext() {
    service().options();
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "marker=MAP", "kv=user_id:42");
    assertThat(service().awaitLine("whole.log", message))
        .contains("user_id=\"42\"")
        .endsWith(" {request_id=" + got.answer().requestId() + "}");
  }

  @Test
  void json_keyOfAMessage_standsBesideTheRequest() {
    service().options(Log4jContract.JSON);
    String message = service().newMessage();
    TracedRequest got = service().ask("message=" + message, "marker=MAP", "kv=request_id:mine");
    for (String output : service().outputs()) {
      LogLine line = service().awaitJson(output, message);
      assertThat(line.requestId()).as(output).isEqualTo(got.answer().requestId());
      assertThat(line.json().path("ctx").path("request_id").asText()).as(output).isEqualTo("mine");
    }
  }
}
