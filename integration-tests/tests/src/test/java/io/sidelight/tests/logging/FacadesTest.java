package io.sidelight.tests.logging;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** APIs of others that a bridge leads to Logback or Log4j 2. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class FacadesTest extends LoggingContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return Stream.of(
            LoggingBackend.SYSTEM_LOGGER_ON_LOGBACK,
            LoggingBackend.SYSTEM_LOGGER_ON_LOG4J,
            LoggingBackend.COMMONS_LOGGING_ON_LOGBACK)
        .flatMap(backend -> TestedRelease.of(backend).stream())
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }
}
