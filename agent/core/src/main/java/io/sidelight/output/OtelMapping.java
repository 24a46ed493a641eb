package io.sidelight.output;

import static io.sidelight.output.SchemaTree.child;
import static io.sidelight.output.SchemaTree.putAt;
import static io.sidelight.output.SchemaTree.putFlat;
import static io.sidelight.output.SchemaTree.valueAt;

import io.sidelight.config.LineSchema;
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
 * The OpenTelemetry log data model as one object: the record's own members at the top, with the
 * time as text because it needs 64 bits, then {@code attributes} and {@code resource} as flat
 * objects with the dotted names of the semantic conventions. Fields of our own keep their names
 * among the attributes, members of objects behind a dot, durations with a decimal point, so that an
 * attribute has one type; {@code request_id} is also the name under which OpenTelemetry's log
 * appenders write the context (MDC) of application lines.
 */
final class OtelMapping extends SchemaMapping {

  private static final String ATTRIBUTES = Place.ATTRIBUTES;
  private static final int TRACE_LENGTH = 32;
  private static final int SPAN_LENGTH = 16;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private static final Set<String> HEADERS =
      new HashSet<>(Arrays.asList(FieldNames.HEADERS, "request_headers", "response_headers"));

  private final ProcessIdentity process;

  OtelMapping(ProcessIdentity process, List<SchemaField> fields) {
    super(LineSchema.OTEL, fields);
    this.process = process;
  }

  static void traceId(Map<String, Object> root, Object value) {
    id(root, value, "traceId", FieldNames.TRACE_ID, TRACE_LENGTH);
  }

  static void spanId(Map<String, Object> root, Object value) {
    id(root, value, "spanId", FieldNames.SPAN_ID, SPAN_LENGTH);
  }

  /** The record's IDs have one form; a vendor's own goes to the attributes as it is. */
  private static void id(
      Map<String, Object> root, Object value, String member, String own, int length) {
    boolean standard = isLowerHex(value.toString(), length);
    putAt(root, value, standard ? new String[] {member} : new String[] {ATTRIBUTES, own});
  }

  private static boolean isLowerHex(String text, int length) {
    boolean zero = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      zero &= c == '0';
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return text.length() == length && !zero;
  }

  static void client(Map<String, Object> root, Object value) {
    if (!value.equals(LineEncoder.UNKNOWN)) {
      putAt(root, value, ATTRIBUTES, "client.address");
    }
  }

  /** An attribute of requests that were sent again, and of no other. */
  static void resends(Map<String, Object> root, Object value) {
    if (valueAt(root, ATTRIBUTES, FieldNames.KIND) != null) {
      putAt(root, value, ATTRIBUTES, FieldNames.RETRIES);
    } else if (!(value instanceof Number) || ((Number) value).longValue() > 0) {
      putAt(root, value, ATTRIBUTES, "http.request.resend_count");
    }
  }

  static void system(Map<String, Object> root, Object value) {
    byKind(root, value, FieldNames.SYSTEM, "db.system.name", "messaging.system", "rpc.system");
  }

  static void operation(Map<String, Object> root, Object value) {
    byKind(
        root,
        value,
        FieldNames.OPERATION,
        "db.operation.name",
        "messaging.operation.name",
        "rpc.method");
  }

  static void statement(Map<String, Object> root, Object value) {
    byKind(
        root,
        value,
        FieldNames.STATEMENT,
        "db.query.text",
        FieldNames.STATEMENT,
        FieldNames.STATEMENT);
  }

  /** The conventions have names for some kinds; of others a field keeps its own. */
  private static void byKind(
      Map<String, Object> root,
      Object value,
      String own,
      String database,
      String message,
      String remoteProcedure) {
    putAt(
        root,
        value,
        ATTRIBUTES,
        ofKind(
            String.valueOf(valueAt(root, ATTRIBUTES, FieldNames.KIND)),
            own,
            database,
            message,
            remoteProcedure));
  }

  private static String ofKind(
      String kind, String own, String database, String message, String remoteProcedure) {
    switch (kind) {
      case "sql":
      case "redis":
      case "mongo":
        return database;
      case "message":
        return message;
      case "grpc":
        return remoteProcedure;
      default:
        return own;
    }
  }

  static void url(Map<String, Object> root, Object value) {
    String url = value.toString();
    putAt(root, url, ATTRIBUTES, "url.full");
    UrlParts parts = UrlParts.of(url);
    if (parts != null) {
      putAt(root, parts.host, ATTRIBUTES, "server.address");
      if (parts.port != null) {
        putAt(root, parts.port, ATTRIBUTES, "server.port");
      }
    }
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
    Map<String, Object> attributes = child(root, ATTRIBUTES);
    if (HEADERS.contains(name) && value instanceof Map) {
      String side = name.startsWith("response") ? "http.response.header." : "http.request.header.";
      for (Map.Entry<?, ?> header : ((Map<?, ?>) value).entrySet()) {
        Object text = header.getValue();
        attributes.put(side + header.getKey(), Collections.singletonList(text == null ? "" : text));
      }
      return;
    }
    putFlat(attributes, name, '.', false, Millis.withDecimals(value));
  }

  @Override
  void failure(Map<String, Object> root, String type, @Nullable String message, String stack) {
    Map<String, Object> attributes = child(root, ATTRIBUTES);
    attributes.putIfAbsent("error.type", type);
    attributes.put("exception.type", type);
    if (message != null) {
      attributes.put("exception.message", message);
    }
    attributes.put("exception.stacktrace", stack);
  }

  /** The conventions want the status as the type of an error that has no other. */
  @Override
  void end(Map<String, Object> root, Subject subject, @Nullable String event) {
    Object status = valueAt(root, ATTRIBUTES, "http.response.status_code");
    long least = subject == Subject.CALL ? CLIENT_ERROR : SERVER_ERROR;
    if (status instanceof Number && ((Number) status).longValue() >= least) {
      child(root, ATTRIBUTES).putIfAbsent("error.type", status.toString());
    }
    String host = process.host();
    if (host != null) {
      putAt(root, host, "resource", "host.name");
    }
    if (process.pid() > 0) {
      putAt(root, process.pid(), "resource", "process.pid");
    }
  }
}
