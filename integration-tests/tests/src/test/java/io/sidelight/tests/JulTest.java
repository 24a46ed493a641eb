package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JulTest extends LoggingContract {

  @Parameter Target target;

  static List<Target> targets() {
    return Target.of(LoggingBackend.JUL);
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    use(target);
  }

  /** A format has no context, so the texts in it stay where nobody fills them in. */
  @Test
  @Override
  public void off_lineOfARequest_isAsWithoutTheAgent() {
    service().options("logs=off", "logs.redact=true");
    String message = service().newMessage();
    service().ask("message=" + message + "password={}", "arg=hunter2");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .isEqualTo(
              "[{request_id}] [{user_id}] [] INFO shop.Orders - %spassword=hunter2", message);
    }
  }

  @Test
  void enrich_messageWithTheTextOfAFormat_staysAsItIs() {
    service().options();
    String message = service().newMessage();
    Traced got = service().ask("message=" + message + "{request_id} {user_id}", "thrown={user_id}");
    for (String output : service().outputs()) {
      assertThat(service().awaitLine(output, message))
          .as(output)
          .isEqualTo(
              "[%s] [alice] [] INFO shop.Orders - %s{request_id} {user_id}",
              got.answer().requestId(), message);
    }
  }
}
