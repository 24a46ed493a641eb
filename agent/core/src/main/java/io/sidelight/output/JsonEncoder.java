package io.sidelight.output;

import io.sidelight.event.FieldNames;
import io.sidelight.event.Level;
import io.sidelight.redact.Redactor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One compact JSON object with Sidelight's own names. What is the same on every line is written
 * from ready bytes; there is no tree and no formatter in between.
 */
final class JsonEncoder extends LineEncoder {

  private static final byte[] TS = LineBuffer.ascii("{\"" + FieldNames.TS + "\":\"");
  private static final byte[] LEVEL = LineBuffer.ascii("\",\"" + FieldNames.LEVEL + "\":\"");
  private static final byte[] LOGGER = LineBuffer.ascii("\",\"" + FieldNames.LOGGER + "\":\"");
  private static final byte[] MSG = LineBuffer.ascii("\",\"" + FieldNames.MSG + "\":\"");
  private static final byte[] EVENT = LineBuffer.ascii("\",\"" + FieldNames.EVENT + "\":\"");
  private static final byte[] REQUEST_ID =
      LineBuffer.ascii("\",\"" + FieldNames.REQUEST_ID + "\":\"");
  private static final byte[] USER_ID = LineBuffer.ascii("\",\"" + FieldNames.USER_ID + "\":\"");
  private static final byte[] METHOD = LineBuffer.ascii("\",\"" + FieldNames.METHOD + "\":\"");
  private static final byte[] PATH = LineBuffer.ascii("\",\"" + FieldNames.PATH + "\":\"");
  private static final byte[] THREAD = LineBuffer.ascii(",\"" + FieldNames.THREAD + "\":\"");
  private static final byte[] TRUE = LineBuffer.ascii("true");
  private static final byte[] NAME_END = LineBuffer.ascii("\":");

  private final LineBuffer out = new LineBuffer();
  private final EscapedTexts texts = new EscapedTexts();
  private final Timestamp timestamp = Timestamp.utc();
  private final OutputSettings settings;

  /** The labels as they are written, and the name of the service that they were made with. */
  private byte[] labels;

  private @Nullable String labelledService;

  JsonEncoder(OutputSettings settings, Redactor redactor, Clock clock) {
    super(redactor, clock);
    this.settings = settings;
    labelledService = settings.service.name();
    labels = labels(labelledService);
  }

  @Override
  void head(long millis, Level level, String logger, String message, @Nullable String event) {
    out.clear();
    out.append(TS);
    timestamp.append(out, millis);
    out.append(LEVEL);
    escaped(level.name());
    out.append(LOGGER);
    escaped(logger);
    out.append(MSG);
    escaped(message);
    if (event != null) {
      out.append(EVENT);
      escaped(event);
    }
  }

  @Override
  void identity(boolean inRequest, String requestId, String userId, String method, String path) {
    out.append(REQUEST_ID);
    escaped(requestId);
    out.append(USER_ID);
    escaped(userId);
    out.append(METHOD);
    escaped(method);
    out.append(PATH);
    escaped(path);
    out.append('"');
  }

  @Override
  void trace(@Nullable String traceId, @Nullable String spanId) {
    label(FieldNames.TRACE_ID, traceId);
    label(FieldNames.SPAN_ID, spanId);
  }

  @Override
  void origin(String thread) {
    String service = settings.service.name();
    if (!Objects.equals(service, labelledService)) {
      labelledService = service;
      labels = labels(service);
    }
    out.append(labels);
    out.append(THREAD);
    escaped(thread);
    out.append('"');
  }

  @Override
  void failure(Throwable thrown, String text) {
    writeString(FieldNames.EXC, text);
  }

  @Override
  byte[] finish() {
    out.append('}');
    out.append('\n');
    return out.toByteArray();
  }

  @Override
  int mark() {
    return out.length();
  }

  @Override
  void rollback(int mark, int depth) {
    out.truncate(mark);
  }

  @Override
  void writeString(String name, String value) {
    name(name);
    out.append('"');
    escaped(value);
    out.append('"');
  }

  @Override
  void writeNumber(String name, long value) {
    name(name);
    out.number(value);
  }

  @Override
  void writeNanosAsMillis(String name, long nanos) {
    name(name);
    out.hundredths(Durations.hundredthsOfMillis(nanos));
  }

  @Override
  void writeTrue(String name) {
    name(name);
    out.append(TRUE);
  }

  @Override
  void writeStrings(String name, List<String> values) {
    name(name);
    char before = '[';
    for (String value : values) {
      out.append(before);
      out.append('"');
      escaped(value);
      out.append('"');
      before = ',';
    }
    out.append(']');
  }

  @Override
  void beginObject(String name) {
    name(name);
    out.append('{');
  }

  @Override
  void endObject(int mark) {
    if (out.last() == '{') {
      out.truncate(mark);
    } else {
      out.append('}');
    }
  }

  /** Most texts of a line come again with the next. */
  private void escaped(String text) {
    byte[] known = texts.find(text);
    if (known != null) {
      out.append(known);
      return;
    }
    int from = out.length();
    out.escaped(text, true);
    if (texts.wants(text)) {
      texts.keep(text, out.copyFrom(from));
    }
  }

  private void name(String name) {
    if (out.last() != '{') {
      out.append(',');
    }
    out.append('"');
    escaped(name);
    out.append(NAME_END);
  }

  private void label(String name, @Nullable String value) {
    if (value != null) {
      writeString(name, value);
    }
  }

  private byte[] labels(@Nullable String service) {
    LineBuffer text = new LineBuffer();
    label(text, FieldNames.SERVICE, service);
    label(text, FieldNames.ENV, settings.env);
    label(text, FieldNames.VERSION, settings.version);
    return text.toByteArray();
  }

  private static void label(LineBuffer text, String name, @Nullable String value) {
    if (value != null) {
      text.append(',');
      text.append('"');
      text.escaped(name, true);
      text.append(NAME_END);
      text.append('"');
      text.escaped(value, true);
      text.append('"');
    }
  }
}
