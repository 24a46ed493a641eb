package io.sidelight.output;

import io.sidelight.event.FieldNames;
import io.sidelight.event.Level;
import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line for people, in local time: {@code 2026-11-22 10:15:30.123 INFO http GET /orders/7 -
 * request_completed status=200 request_id=… user_id=…}. Outside a request the identity is left out.
 * Members of objects have dotted names. A value with blanks, quotes or control characters stands in
 * quotes, with escapes as in JSON. The lines of an exception follow, each behind a tab: nothing
 * that came from outside ever starts in the first column.
 */
final class TextEncoder extends LineEncoder {

  private static final byte[] DASH = LineBuffer.ascii("- ");
  private static final byte[] TRUE = LineBuffer.ascii("true");
  private static final int COLUMN = 5;

  private final LineBuffer out = new LineBuffer();
  private final Timestamp timestamp = Timestamp.local();
  private final List<String> prefixes = new ArrayList<>();
  private final ServiceLabel service;
  private final @Nullable String env;
  private final @Nullable String version;

  private String message = "";
  private boolean inRequest;
  private String requestId = UNKNOWN;
  private String userId = UNKNOWN;
  private boolean originWritten;

  TextEncoder(OutputSettings settings, Redactor redactor, Clock clock) {
    super(redactor, clock);
    service = settings.service;
    env = settings.env;
    version = settings.version;
  }

  @Override
  void head(long millis, Level level, String logger, String text, @Nullable String event) {
    out.clear();
    prefixes.clear();
    originWritten = false;
    message = text;
    timestamp.append(out, millis);
    out.append(' ');
    column(level.name());
    column(logger);
  }

  @Override
  void identity(boolean known, String request, String user, String method, String path) {
    inRequest = known;
    requestId = request;
    userId = user;
    if (known) {
      value(method);
      out.append(' ');
      value(path);
      out.append(' ');
    }
    out.append(DASH);
    out.escaped(message, false);
  }

  @Override
  void trace(@Nullable String traceId, @Nullable String spanId) {
    requestAndUser();
    label(FieldNames.TRACE_ID, traceId);
    label(FieldNames.SPAN_ID, spanId);
  }

  @Override
  void origin(String thread) {
    requestAndUser();
    label(FieldNames.SERVICE, service.name());
    label(FieldNames.ENV, env);
    label(FieldNames.VERSION, version);
    writeString(FieldNames.THREAD, thread);
  }

  /** After the event's own fields, as people look for those first. */
  private void requestAndUser() {
    if (inRequest && !originWritten) {
      originWritten = true;
      writeString(FieldNames.REQUEST_ID, requestId);
      writeString(FieldNames.USER_ID, userId);
    }
  }

  @Override
  void failure(Throwable thrown, String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      out.append('\n');
      out.append('\t');
      for (; start < stop && text.charAt(start) == '\t'; start++) {
        out.append('\t');
      }
      out.escaped(text.substring(start, stop), false);
      start = stop + 1;
    }
  }

  @Override
  byte[] finish() {
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
    while (prefixes.size() > depth) {
      prefixes.remove(prefixes.size() - 1);
    }
  }

  @Override
  void writeString(String name, String value) {
    name(name);
    value(value);
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
    value(String.join(",", values));
  }

  @Override
  void beginObject(String name) {
    prefixes.add(name);
  }

  @Override
  void endObject(int mark) {
    prefixes.remove(prefixes.size() - 1);
  }

  private void name(String name) {
    out.append(' ');
    for (int i = 0; i < prefixes.size(); i++) {
      part(prefixes.get(i));
      out.append('.');
    }
    part(name);
    out.append('=');
  }

  private void part(String name) {
    if (needsQuotes(name)) {
      quoted(name);
    } else {
      out.escaped(name, false);
    }
  }

  private void value(String value) {
    if (value.isEmpty() || needsQuotes(value)) {
      quoted(value);
    } else {
      out.escaped(value, false);
    }
  }

  private void quoted(String value) {
    out.append('"');
    out.escaped(value, true);
    out.append('"');
  }

  private void column(String text) {
    out.escaped(text, false);
    for (int width = text.length(); width < COLUMN; width++) {
      out.append(' ');
    }
    out.append(' ');
  }

  private void label(String name, @Nullable String value) {
    if (value != null) {
      writeString(name, value);
    }
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == '"' || c == '=' || c == '\\') {
        return true;
      }
      if (c >= 0x7F && (LineBuffer.unsafe(c) || Character.isSpaceChar(c))) {
        return true;
      }
    }
    return false;
  }
}
