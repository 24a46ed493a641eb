package io.sidelight.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One line that Sidelight wrote, as JSON. */
public record LogLine(String raw, JsonNode json) {

  public String event() {
    return text("event");
  }

  public String requestId() {
    return text("request_id");
  }

  public String level() {
    return text("level");
  }

  public int status() {
    return json.path("status").asInt(-1);
  }

  public double durationMs() {
    return json.path("duration_ms").asDouble(-1);
  }

  /** Empty when absent. */
  public String text(String field) {
    return json.path(field).asText("");
  }

  public boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  public long number(String field) {
    return json.path(field).asLong(-1);
  }

  public boolean has(String field) {
    return json.has(field);
  }

  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  public List<String> strings(String field) {
    List<String> values = new ArrayList<>();
    json.path(field).forEach(value -> values.add(value.asText()));
    return values;
  }

  @Override
  public String toString() {
    return raw;
  }
}
