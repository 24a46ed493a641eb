package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders that make JSON themselves, and patterns that are no whole lines or that hide data. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class LogbackEncodersTest extends LoggingSuite {

  private static final String JSON = "logs=json";

  private static final ObjectMapper STRICT =
      new ObjectMapper().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(LoggingBackend.LOGBACK_ENCODERS);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }

  @Test
  void enrich_keyOfALine_isNotAddedAgain() {
    service().options();
    for (String way : List.of("pairs", "arguments", "markers", "entries", "object")) {
      String message = service().newMessage();
      String id = ask(message, way, "kv=user_id:42").answer().requestId();
      JsonNode line = strict("logstash.log", message);
      assertThat(line.path("request_id").asText()).as(way).isEqualTo(id);
      assertThat(line.path("user_id").asText()).as(way).isEqualTo("42");
      assertThat(service().awaitLine(LoggingService.FILE, message))
          .as("a key that a pattern asks for: %s", way)
          .startsWith("[" + id + "] [alice] ");
    }
  }

  @Test
  void enrich_keyValueOfALine_isWrittenOnceBySpringBoot() {
    service().options();
    for (String key : List.of("user_id", "request_id", "order")) {
      String message = service().newMessage();
      String id = ask(message, "pairs", "kv=" + key + ":own").answer().requestId();
      for (String format : List.of("ecs", "logstash", "gelf")) {
        JsonNode line = strict("boot-" + format + ".log", message);
        String prefix = format.equals("gelf") ? "_" : "";
        assertThat(line.path(prefix + key).asText()).as("%s in %s", key, format).isEqualTo("own");
        assertThat(line.path(prefix + "request_id").asText())
            .as("%s in %s", key, format)
            .isEqualTo(key.equals("request_id") ? "own" : id);
      }
    }
  }

  @Test
  void enrich_valueThatAnAppenderAdds_isShown() {
    service().options();
    String message = service().newMessage();
    String id = service().ask("message=" + message).answer().requestId();
    assertThat(service().awaitLine("late.log", message)).isEqualTo("[added] [%s] %s", id, message);
  }

  @Test
  void json_encoderWithAPatternAsPrefix_writesItsLineOnce() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message);
    String line = service().awaitLine("prefix.log", message);
    assertThat(line).startsWith("INFO{\"@timestamp\"").containsOnlyOnce(message);
  }

  @Test
  void json_patternThatHidesData_staysAndIsNamed() {
    service().options(JSON);
    for (int i = 0; i < 2; i++) {
      String message = service().newMessage();
      service().ask("message=" + message + "customer 123 password={}", "arg=hunter2");
      for (String file : List.of("replaced.log", "converted.log", "layout.log")) {
        assertThat(service().awaitLine(file, message))
            .as(file)
            .isEqualTo(message + "customer *** password=[REDACTED]");
      }
    }
    List<String> problems =
        service().server().jvm().lines().stream()
            .filter(line -> line.event().equals("agent_warning"))
            .map(line -> line.text("problem"))
            .toList();
    assertThat(problems).hasSize(3);
    assertNamed(problems, "replaced", "%replace");
    assertNamed(problems, "converted", "EncoderLogs$MaskingConverter");
    assertNamed(problems, "layout", "EncoderLogs$MaskingLayout");
  }

  private static void assertNamed(List<String> problems, String appender, String reason) {
    assertThat(problems)
        .filteredOn(problem -> problem.contains("the appender \"" + appender + "\" "))
        .singleElement()
        .satisfies(problem -> assertThat(problem).contains(reason));
  }

  @Test
  void json_patternThatFoldsLines_isReplaced() {
    service().options(JSON);
    String message = service().newMessage();
    service().ask("message=" + message + "first\nsecond");
    assertThat(service().awaitJson("folded.log", message).text("msg"))
        .isEqualTo(message + "first\nsecond");
  }

  @Test
  void json_wrappedEvent_keepsItsRequest() {
    service().options(JSON);
    String message = service().newMessage();
    String id = service().ask("message=" + message, "put=own:more").answer().requestId();
    LogLine line = service().awaitJson("wrapped.log", message);
    assertThat(line.requestId()).isEqualTo(id);
    assertThat(line.text("path")).isEqualTo("/log");
    assertThat(line.json().path("ctx").path("own").asText()).isEqualTo("more");
    assertThat(line.json().path("ctx").has("request_id")).isFalse();
  }

  private TracedRequest ask(String message, String way, String keyValue) {
    return service().ask("message=" + message, "marker=" + way, keyValue);
  }

  private JsonNode strict(String file, String message) {
    try {
      return STRICT.readTree(service().awaitLine(file, message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
