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
final class JulTest extends LoggingContract implements JulContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.JUL);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  @Test
  void json_formatterThatHidesData_staysAndIsNamed() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "customer 123 password={}", "arg=hunter2");
    for (String file : List.of("hidden.log", "outer.log")) {
      assertThat(service().awaitLine(file, message))
          .as(file)
          .endsWith(message + "customer *** password=[REDACTED]");
    }
    List<String> problems =
        service().server().jvm().lines().stream()
            .map(line -> line.text("problem"))
            .filter(problem -> problem.startsWith("logs=json leaves "))
            .toList();
    assertThat(problems)
        .hasSize(2)
        .anyMatch(problem -> problem.contains("JulLogs$HidingFormatter"))
        .anyMatch(problem -> problem.contains("JulLogs$OuterFormatter"));
  }
}
