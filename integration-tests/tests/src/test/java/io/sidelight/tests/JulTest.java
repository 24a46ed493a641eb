package io.sidelight.tests;

import java.util.List;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JulTest extends LoggingContract implements JulContract {

  @Parameter Target target;

  static List<Target> targets() {
    return Target.of(LoggingBackend.JUL);
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    use(target);
  }
}
