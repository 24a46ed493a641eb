package io.sidelight.tests.logging;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class Logback12Test extends LoggingContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.LOGBACK_1_2);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }
}
