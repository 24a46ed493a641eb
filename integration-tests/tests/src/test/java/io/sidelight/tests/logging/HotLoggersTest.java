package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.TestedRelease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DEBUG lines that are not written, so many that the JVM compiles what decides so with its
 * optimizing compiler, which other suites do without. That of Java 17 has crashed on it.
 */
final class HotLoggersTest {

  private static final int TIMES = 20_000;

  @TempDir Path folder;

  static List<TestedRelease> targets() {
    return Stream.of(
            LoggingBackend.LOGBACK,
            LoggingBackend.LOG4J,
            LoggingBackend.LOG4J_API,
            LoggingBackend.JUL,
            LoggingBackend.JBOSS)
        .map(backend -> TestedRelease.newest(backend, Jdks.all().get(0)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void disabledLines_compiledByTheOptimizingCompiler_areNotWritten(TestedRelease target) {
    LoggingService service = LoggingService.start(target, folder, "-XX:TieredStopAtLevel=4");
    try {
      String message = service.newMessage();
      for (List<String> arguments :
          List.of(
              List.<String>of(),
              List.of("arg=1"),
              List.of("arg=1", "arg=2"),
              List.of("arg=1", "arg=2", "arg=3"),
              List.of("thrown=outer"))) {
        List<String> asked = new ArrayList<>(arguments);
        asked.addAll(Arrays.asList("message=" + message, "level=DEBUG", "times=" + TIMES));
        asked.add("enabled=DEBUG");
        TracedRequest got = service.ask(asked.toArray(new String[0]));
        assertThat(LoggingService.answer(got, "enabled")).isEqualTo("false");
      }
      service.flush();
      assertThat(service.lines(LoggingService.FILE, message)).isEmpty();
    } finally {
      service.finish();
    }
  }
}
