package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Common Schema. {@code log.level} and {@code ecs.version} keep their dots at the top, as
 * Elastic's own loggers write them and readers look for them; all else is nested, since some
 * collectors don't take dotted names apart. Fields of our own go to {@code labels}, which ECS
 * allows to hold flat strings only: numbers become text, and members of objects are joined by an
 * underscore.
 */
final class EcsMapping extends SchemaMapping {

  EcsMapping() {
    rule("logger", "log", "logger");
    rule("event", "event", "action");
    rule("request_id", "http", "request", "id");
    rule("user_id", "user", "id");
    rule("method", "http", "request", "method");
    rule("path", "url", "path");
    rule("query", "url", "query");
    httpRule("status", Form.SAME, "http", "response", "status_code");
    httpRule("bytes_in", Form.SAME, "http", "request", "body", "bytes");
    httpRule("bytes_out", Form.SAME, "http", "response", "body", "bytes");
    rule("duration_ms", Form.NANOS, "event", "duration");
    rule("error", "error", "type");
    rule("trace_id", "trace", "id");
    rule("span_id", "span", "id");
    rule("service", "service", "name");
    rule("env", "service", "environment");
    rule("version", "service", "version");
    rule("thread", "process", "thread", "name");
  }

  @Override
  void head(Map<String, Object> root, long millis, Level level, String message) {
    root.put("@timestamp", Timestamp.utcText(millis));
    root.put("log.level", level.name());
    root.put("message", message);
    root.put("ecs.version", "8.11.0");
  }

  @Override
  void putOwn(Map<String, Object> root, String name, Object value) {
    putFlat(child(root, "labels"), name, '_', true, value);
  }

  @Override
  void failure(Map<String, Object> root, String type, @Nullable String message, String stack) {
    Map<String, Object> error = child(root, "error");
    error.putIfAbsent("type", type);
    if (message != null) {
      error.put("message", message);
    }
    error.put("stack_trace", stack);
  }
}
