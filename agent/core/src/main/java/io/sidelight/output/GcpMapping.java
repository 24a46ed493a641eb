package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Structured logging of Google Cloud. Who a line is about goes to the entry's labels and to {@code
 * operation}, by which the viewer groups lines. Lines about the request itself have it in {@code
 * httpRequest}; others don't, since the viewer would show each of them as one more request. Other
 * fields of our own keep their names and nesting: the payload is free.
 */
final class GcpMapping extends SchemaMapping {

  private static final String LABELS = "logging.googleapis.com/labels";
  private static final String OPERATION = "logging.googleapis.com/operation";
  private static final String TRACE = "logging.googleapis.com/trace";
  private static final String HTTP = "httpRequest";

  GcpMapping(ProcessIdentity process) {
    String project = process.project();
    String traces = project == null ? "" : "projects/" + project + "/traces/";
    rule("request_id", GcpMapping::requestId);
    rule("user_id", at(LABELS, "user_id"));
    rule("env", at(LABELS, "env"));
    rule("trace_id", (root, value) -> root.put(TRACE, traces + value));
    rule("span_id", at("logging.googleapis.com/spanId"));
    rule("service", at("serviceContext", "service"));
    rule("version", at("serviceContext", "version"));
    requestRule("method", at(HTTP, "requestMethod"));
    requestRule("path", at(HTTP, "requestUrl"));
    requestRule("status", at(HTTP, "status"));
    requestRule("bytes_in", at(HTTP, "requestSize"));
    requestRule("bytes_out", at(HTTP, "responseSize"));
    requestRule("client_ip", at(HTTP, "remoteIp"));
    requestRule("duration_ms", at(Form.SECONDS_TEXT, HTTP, "latency"));
  }

  private static void requestId(Map<String, Object> root, Object value) {
    putAt(root, value, LABELS, "request_id");
    putAt(root, value, OPERATION, "id");
    putAt(root, "sidelight", OPERATION, "producer");
  }

  @Override
  void head(Map<String, Object> root, long millis, Level level, String message) {
    root.put("time", Timestamp.utcText(millis));
    root.put("severity", level == Level.WARN ? "WARNING" : level.name());
    root.put("message", message);
  }

  @Override
  void putOwn(Map<String, Object> root, String name, Object value) {
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

  @Override
  void end(Map<String, Object> root, Subject subject, @Nullable String event) {}
}
