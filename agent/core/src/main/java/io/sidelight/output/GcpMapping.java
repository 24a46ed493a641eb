package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Structured logging of Google Cloud. Who a line is about goes to the entry's labels and to {@code
 * operation}, by which the viewer groups lines; {@code httpRequest} has the request. Other fields
 * of our own keep their names and nesting: the payload is free.
 */
final class GcpMapping extends SchemaMapping {

  private static final String LABELS = "logging.googleapis.com/labels";

  GcpMapping() {
    rule("user_id", LABELS, "user_id");
    rule("env", LABELS, "env");
    rule("method", "httpRequest", "requestMethod");
    rule("path", "httpRequest", "requestUrl");
    httpRule("status", Form.SAME, "httpRequest", "status");
    httpRule("bytes_in", Form.SAME, "httpRequest", "requestSize");
    httpRule("bytes_out", Form.SAME, "httpRequest", "responseSize");
    httpRule("duration_ms", Form.SECONDS_TEXT, "httpRequest", "latency");
    rule("trace_id", "logging.googleapis.com/trace");
    rule("span_id", "logging.googleapis.com/spanId");
    rule("service", "serviceContext", "service");
    rule("version", "serviceContext", "version");
  }

  @Override
  void head(Map<String, Object> root, long millis, Level level, String message) {
    root.put("time", Timestamp.utcText(millis));
    root.put("severity", level == Level.WARN ? "WARNING" : level.name());
    root.put("message", message);
  }

  @Override
  void putOwn(Map<String, Object> root, String name, Object value) {
    if (name.equals("request_id")) {
      putAt(root, value, LABELS, "request_id");
      putAt(root, value, "logging.googleapis.com/operation", "id");
      return;
    }
    root.put(name, value);
  }

  @Override
  void failure(Map<String, Object> root, String type, @Nullable String message, String stack) {
    root.putIfAbsent("error", type);
    if (message != null) {
      root.put("error_message", message);
    }
    root.put("stack_trace", stack);
  }
}
