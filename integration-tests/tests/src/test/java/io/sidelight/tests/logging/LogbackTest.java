package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class LogbackTest extends LoggingContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.LOGBACK);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  /** The worker of an asynchronous appender ends with an error that is thrown there. */
  @Test
  void json_endlessKeyValue_costsThatField() {
    service().options("logs=json");
    String message = service().newMessage();
    service().ask("hostile=" + message);
    for (String output : service().outputs()) {
      assertThat(service().awaitJson(output, message).json().path("ctx").toString())
          .as(output)
          .isEqualTo("{\"order\":\"(unreadable: java.lang.StackOverflowError)\"}");
    }
    service().flush();
  }
}
