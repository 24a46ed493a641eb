package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The OpenTelemetry log data model as one object: the record's own members at the top, with the
 * time as text because it needs 64 bits, then {@code attributes} and {@code resource} as flat
 * objects with the dotted names of the semantic conventions. Fields of our own keep their names
 * among the attributes, members of objects behind a dot.
 */
final class OtelMapping extends SchemaMapping {

  OtelMapping() {
    attribute("logger", "log.logger");
    rule("event", "eventName");
    attribute("request_id", "request.id");
    attribute("user_id", "user.id");
    attribute("method", "http.request.method");
    attribute("path", "url.path");
    attribute("query", "url.query");
    attribute("route", "http.route");
    httpRule("status", Form.SAME, "attributes", "http.response.status_code");
    httpRule("bytes_in", Form.SAME, "attributes", "http.request.body.size");
    httpRule("bytes_out", Form.SAME, "attributes", "http.response.body.size");
    attribute("error", "error.type");
    rule("trace_id", "traceId");
    rule("span_id", "spanId");
    rule("service", "resource", "service.name");
    rule("env", "resource", "deployment.environment.name");
    rule("version", "resource", "service.version");
    attribute("thread", "thread.name");
  }

  private void attribute(String name, String attribute) {
    rule(name, "attributes", attribute);
  }

  @Override
  void head(Map<String, Object> root, long millis, Level level, String message) {
    root.put("timeUnixNano", Long.toString(millis).concat("000000"));
    root.put("severityNumber", severity(level));
    root.put("severityText", level.name());
    root.put("body", message);
  }

  /** The first number of each range of the data model. */
  private static long severity(Level level) {
    switch (level) {
      case DEBUG:
        return 5;
      case INFO:
        return 9;
      case WARN:
        return 13;
      default:
        return 17;
    }
  }

  @Override
  void putOwn(Map<String, Object> root, String name, Object value) {
    Map<String, Object> attributes = child(root, "attributes");
    if (name.equals("headers") && value instanceof Map) {
      for (Map.Entry<?, ?> header : ((Map<?, ?>) value).entrySet()) {
        Object text = header.getValue();
        attributes.put(
            "http.request.header." + header.getKey(),
            Collections.singletonList(text == null ? "" : text));
      }
      return;
    }
    putFlat(attributes, name, '.', false, value);
  }

  @Override
  void failure(Map<String, Object> root, String type, @Nullable String message, String stack) {
    Map<String, Object> attributes = child(root, "attributes");
    attributes.putIfAbsent("error.type", type);
    attributes.put("exception.type", type);
    if (message != null) {
      attributes.put("exception.message", message);
    }
    attributes.put("exception.stacktrace", stack);
  }
}
