package io.sidelight.tests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One line that Sidelight wrote, as JSON. */
record LogLine(String raw, JsonNode json) {

  String event() {
    return text("event");
  }

  String requestId() {
    return text("request_id");
  }

  String level() {
    return text("level");
  }

  int status() {
    return json.path("status").asInt(-1);
  }

  double durationMs() {
    return json.path("duration_ms").asDouble(-1);
  }

  /** Empty when absent. */
  String text(String field) {
    return json.path(field).asText("");
  }

  boolean flag(String field) {
    return json.path(field).asBoolean(false);
  }

  long number(String field) {
    return json.path(field).asLong(-1);
  }

  boolean has(String field) {
    return json.has(field);
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  List<String> strings(String field) {
    List<String> values = new ArrayList<>();
    json.path(field).forEach(value -> values.add(value.asText()));
    return values;
  }

  @Override
  public String toString() {
    return raw;
  }
}
