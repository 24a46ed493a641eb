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
final class JbossLogTest extends LoggingContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.JBOSS);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  /** Its pattern has the exception behind the message. */
  @Test
  @Override
  public void enrich_exception_isWrittenAsEver() {
    service().options();
    String message = service().newMessage();
    service().ask("message=" + message, "thrown=outer", "root=inner");
    assertThat(service().awaitLine(LoggingService.FILE, message))
        .endsWith(message + ": java.lang.IllegalStateException: outer");
    assertThat(service().lines(LoggingService.FILE, "Caused by: "))
        .contains("Caused by: java.lang.IllegalArgumentException: inner");
  }

  @Test
  void json_formatterThatHidesData_staysAndIsNamed() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "customer 123 password={}", "arg=hunter2");
    assertThat(service().awaitLine("hidden.log", message))
        .isEqualTo(message + "customer *** password=[REDACTED]");
    assertThat(service().server().jvm().lines())
        .filteredOn(line -> line.text("problem").startsWith("logs=json leaves "))
        .singleElement()
        .satisfies(line -> assertThat(line.text("problem")).contains("JbossLogs$HidingFormatter"));
  }
}
