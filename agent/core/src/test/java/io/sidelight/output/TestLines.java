package io.sidelight.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.event.Event;
import io.sidelight.event.Fields;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events, requests and a clock for tests. */
final class TestLines {

  static final long MILLIS = 1_795_342_530_123L; // 2026-11-22T10:15:30.123Z
  static final Clock CLOCK =
      new Clock() {
        @Override
        public long millis() {
          return MILLIS;
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestLines() {}

  static Redactor redactor() {
    return new Redactor(RedactionRules.defaults());
  }

  static OutputSettings.Builder settings() {
    return OutputSettings.builder().process(new ProcessIdentity("host-1", 4711, "shop-project"));
  }

  static Levels info() {
    return Levels.of(Level.INFO, Map.of());
  }

  static RequestInfo request() {
    return new Request("r-1", "alice", "GET", "/orders/7", null, null, false);
  }

  record Request(
      String requestId,
      @Nullable String userId,
      @Nullable String method,
      @Nullable String path,
      @Nullable String traceId,
      @Nullable String spanId,
      boolean debug)
      implements RequestInfo {}

  record Line(String name, String logger, Level level, boolean audit, Consumer<Fields> body)
      implements Event {
    @Override
    public void writeTo(Fields fields) {
      body.accept(fields);
    }
  }

  static Event event(Consumer<Fields> body) {
    return new Line("request_completed", "http", Level.INFO, false, body);
  }

  static Event event(String name, Level level) {
    return new Line(name, "http", level, false, fields -> {});
  }

  static LineEncoder encoder(OutputSettings.Builder settings) {
    return new EncoderPool(settings.build(), CLOCK).take(redactor());
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static String encode(
      OutputSettings.Builder settings, Event event, @Nullable RequestInfo request) {
    return text(encoder(settings).encode(event, request, redactor()));
  }

  static String json(Consumer<Fields> body) {
    return encode(settings(), event(body), request());
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
