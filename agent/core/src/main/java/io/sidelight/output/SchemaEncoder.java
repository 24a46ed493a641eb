package io.sidelight.output;

import io.sidelight.event.DependencyCall;
import io.sidelight.event.FieldNames;
import io.sidelight.event.Level;
import io.sidelight.event.RequestCompleted;
import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines in the names of a log platform: fields are collected into a tree, and a {@link
 * SchemaMapping} says where each belongs. Identity that is not known is left out, since a platform
 * would index {@code "-"} as a user or a method. Slower than {@link JsonEncoder}, and apart from it
 * so that native lines don't pay for this.
 */
final class SchemaEncoder extends LineEncoder {

  private final SchemaMapping mapping;
  private final ServiceLabel service;
  private final @Nullable String env;
  private final @Nullable String version;
  private final LineBuffer out = new LineBuffer();

  private Map<String, Object> root = new LinkedHashMap<>();
  private SchemaMapping.Subject subject = SchemaMapping.Subject.OTHER;
  private @Nullable String event;
  private final List<Map<String, Object>> open = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  SchemaEncoder(OutputSettings settings, SchemaMapping mapping, Redactor redactor, Clock clock) {
    super(redactor, clock);
    this.mapping = mapping;
    service = settings.service;
    env = settings.env;
    version = settings.version;
  }

  @Override
  void head(long millis, Level level, String logger, String message, @Nullable String event) {
    root = new LinkedHashMap<>();
    open.clear();
    names.clear();
    this.event = event;
    subject = subject(logger, event);
    mapping.head(root, millis, level, message);
    put(FieldNames.LOGGER, logger);
    put(FieldNames.EVENT, event);
  }

  /** A logger of the application may have any name. */
  private static SchemaMapping.Subject subject(String logger, @Nullable String event) {
    if (event != null && logger.equals(RequestCompleted.LOGGER)) {
      return SchemaMapping.Subject.REQUEST;
    }
    return event != null && logger.equals(DependencyCall.LOGGER)
        ? SchemaMapping.Subject.CALL
        : SchemaMapping.Subject.OTHER;
  }

  @Override
  void identity(boolean inRequest, String requestId, String userId, String method, String path) {
    putKnown(FieldNames.REQUEST_ID, requestId);
    putKnown(FieldNames.USER_ID, userId);
    putKnown(FieldNames.METHOD, method);
    putKnown(FieldNames.PATH, path);
  }

  @Override
  void trace(@Nullable String traceId, @Nullable String spanId) {
    put(FieldNames.TRACE_ID, traceId);
    put(FieldNames.SPAN_ID, spanId);
  }

  @Override
  void origin(String thread) {
    put(FieldNames.SERVICE, service.name());
    put(FieldNames.ENV, env);
    put(FieldNames.VERSION, version);
    put(FieldNames.THREAD, thread);
  }

  @Override
  void failure(Throwable thrown, String text) {
    mapping.failure(
        root, thrown.getClass().getName(), ExceptionText.message(thrown, redactor()), text);
  }

  @Override
  byte[] finish() {
    mapping.end(root, subject, event);
    out.clear();
    JsonTree.write(out, root);
    out.append('\n');
    return out.toByteArray();
  }

  /** Fields are put when they are complete, so there is nothing to come back to. */
  @Override
  int mark() {
    return 0;
  }

  @Override
  void rollback(int mark, int depth) {
    while (open.size() > depth) {
      close();
    }
  }

  @Override
  void writeString(String name, String value) {
    add(name, value);
  }

  @Override
  void writeNumber(String name, long value) {
    add(name, value);
  }

  @Override
  void writeNanosAsMillis(String name, long nanos) {
    add(name, new Millis(nanos));
  }

  @Override
  void writeTrue(String name) {
    add(name, true);
  }

  @Override
  void writeStrings(String name, List<String> values) {
    add(name, values);
  }

  @Override
  void beginObject(String name) {
    names.add(name);
    open.add(new LinkedHashMap<>());
  }

  @Override
  void endObject(int mark) {
    String name = names.get(names.size() - 1);
    Map<String, Object> members = close();
    if (!members.isEmpty()) {
      add(name, members);
    }
  }

  private Map<String, Object> close() {
    names.remove(names.size() - 1);
    return open.remove(open.size() - 1);
  }

  private void add(String name, Object value) {
    if (open.isEmpty()) {
      mapping.put(root, subject, name, value);
    } else {
      open.get(open.size() - 1).put(name, value);
    }
  }

  private void put(String name, @Nullable String value) {
    if (value != null) {
      mapping.put(root, subject, name, value);
    }
  }

  private void putKnown(String name, String value) {
    if (!value.equals(UNKNOWN)) {
      mapping.put(root, subject, name, value);
    }
  }
}
