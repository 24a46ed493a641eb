package io.sidelight.output;

import static io.sidelight.output.SchemaTree.child;
import static io.sidelight.output.SchemaTree.putAt;
import static io.sidelight.output.SchemaTree.putFlat;
import static io.sidelight.output.SchemaTree.valueAt;

import io.sidelight.config.LineSchema;
import io.sidelight.event.EventNames;
import io.sidelight.event.FieldNames;
import io.sidelight.event.Level;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Elastic Common Schema. {@code log.level} and {@code ecs.version} keep their dots at the top, as
 * Elastic's own loggers write them and readers look for them; all else is nested, since some
 * collectors don't take dotted names apart.
 *
 * <p>Fields that ECS has no name for are in an object of our own, {@code sidelight}, with their
 * types: ECS allows {@code labels} to hold flat strings only. Labels are for objects whose names
 * come from elsewhere (headers, the application's context, options), since one such name may be a
 * text here, a number there and the parent of others elsewhere, which an index refuses. A duration
 * in {@code sidelight} always has a decimal point: an index types a field by the first value that
 * it sees.
 *
 * <p>The ID stands in {@code http.request.id} and, under the name that the context (MDC) of
 * application lines has for it, in {@code request_id}.
 */
final class EcsMapping extends SchemaMapping {

  private static final String OWN = "sidelight";
  private static final String LABELS = "labels";

  private static final Set<String> NAMED_ELSEWHERE =
      new HashSet<>(
          Arrays.asList(
              FieldNames.HEADERS,
              "request_headers",
              "response_headers",
              "ids",
              FieldNames.CTX,
              FieldNames.OPTIONS,
              "request_shape",
              "response_shape"));

  private final ProcessIdentity process;

  EcsMapping(ProcessIdentity process, List<SchemaField> fields) {
    super(LineSchema.ECS, fields);
    this.process = process;
  }

  @Override
  void head(Map<String, Object> root, long millis, Level level, String message) {
    root.put("@timestamp", Timestamp.utcText(millis));
    root.put("log.level", level.name());
    root.put("message", message);
    root.put("ecs.version", "8.11.0");
  }

  static void requestId(Map<String, Object> root, Object value) {
    putAt(root, value, "http", "request", "id");
    root.put("request_id", value);
  }

  static void url(Map<String, Object> root, Object value) {
    String url = value.toString();
    putAt(root, url, "url", "full");
    UrlParts parts = UrlParts.of(url);
    if (parts == null) {
      return;
    }
    putAt(root, parts.scheme, "url", "scheme");
    putAt(root, parts.host, "url", "domain");
    if (parts.port != null) {
      putAt(root, parts.port, "url", "port");
    }
    putAt(root, parts.path, "url", "path");
  }

  /** The address may be hashed, or not known. */
  static void client(Map<String, Object> root, Object value) {
    String address = value.toString();
    if (address.equals(LineEncoder.UNKNOWN)) {
      return;
    }
    putAt(root, address, "client", "address");
    if (Addresses.isIp(address)) {
      putAt(root, address, "client", "ip");
    }
  }

  static void outcome(Map<String, Object> root, Object value) {
    boolean good = value.equals("ok") || value.equals("allowed");
    boolean bad = value.equals("error") || value.equals("refused");
    putAt(root, good ? "success" : bad ? "failure" : "unknown", "event", "outcome");
  }

  @Override
  void putOwn(Map<String, Object> root, String name, Object value) {
    if (NAMED_ELSEWHERE.contains(name)) {
      putFlat(child(root, LABELS), name, '_', true, value);
    } else {
      child(root, OWN).put(name, Millis.withDecimals(value));
    }
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

  @Override
  void end(Map<String, Object> root, Subject subject, @Nullable String event) {
    if (event != null) {
      putAt(root, "event", "event", "kind");
      classify(root, event);
    }
    if (process.pid() > 0) {
      putAt(root, process.pid(), "process", "pid");
    }
    String host = process.host();
    if (host != null) {
      putAt(root, host, "host", "name");
    }
  }

  /** Categories and types are those that the field reference allows together. */
  private static void classify(Map<String, Object> root, String event) {
    switch (event) {
      case EventNames.REQUEST_STARTED:
        category(root, "web", "access");
        break;
      case EventNames.REQUEST_COMPLETED:
        category(root, "web", "access");
        httpOutcome(root);
        break;
      case EventNames.DEPENDENCY_CALL:
        category(root, "network", "connection");
        if (valueAt(root, OWN, FieldNames.KIND) == null) {
          putAt(root, "http", "network", "protocol");
        }
        httpOutcome(root);
        break;
      case EventNames.CONFIG_CHANGED:
        category(root, "configuration", "change");
        break;
      default:
    }
  }

  private static void category(Map<String, Object> root, String category, String type) {
    putAt(root, Collections.singletonList(category), "event", "category");
    putAt(root, Collections.singletonList(type), "event", "type");
  }

  /** Failed as the native lines count it; nobody knows what a client that has gone away got. */
  private static void httpOutcome(Map<String, Object> root) {
    Object status = valueAt(root, "http", "response", "status_code");
    boolean failed =
        valueAt(root, "error", "type") != null
            || (status instanceof Number && ((Number) status).longValue() >= 500);
    boolean aborted = valueAt(root, OWN, FieldNames.ABORTED) != null;
    putAt(root, failed ? "failure" : aborted ? "unknown" : "success", "event", "outcome");
  }
}
