package io.sidelight.tests.logging;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** APIs of others that end in {@code java.util.logging} by themselves. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JulFacadesTest extends LoggingContract implements JulContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return Stream.of(LoggingBackend.SYSTEM_LOGGER, LoggingBackend.COMMONS_LOGGING)
        .flatMap(backend -> TestedRelease.of(backend).stream())
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }
}
