package io.sidelight.output;

import static io.sidelight.output.SchemaTree.at;
import static io.sidelight.output.SchemaTree.putAt;

import io.sidelight.config.LineSchema;
import io.sidelight.event.Level;
import java.util.List;
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
  private static final String SPAN = "logging.googleapis.com/spanId";

  private final @Nullable String project;

  GcpMapping(ProcessIdentity process, List<SchemaField> fields) {
    super(LineSchema.GCP, fields);
    project = process.project();
  }

  static Place label(String name) {
    return Place.by(at(LABELS, name), "`" + name + "` of the labels");
  }

  static void trace(Map<String, Object> root, Object value) {
    root.put(TRACE, value);
  }

  static void span(Map<String, Object> root, Object value) {
    root.put(SPAN, value);
  }

  static void requestId(Map<String, Object> root, Object value) {
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

  /** The viewer finds a trace by the name of its resource. */
  @Override
  void end(Map<String, Object> root, Subject subject, @Nullable String event) {
    Object trace = root.get(TRACE);
    if (trace != null && project != null) {
      root.put(TRACE, "projects/" + project + "/traces/" + trace);
    }
  }
}
