package io.sidelight.output;

import io.sidelight.event.Fields;
import io.sidelight.event.Section;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.exchange.Headers;
import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of an encoder that no producer can go round: every value passes the redactor before it
 * is written, and a field that can't be produced or redacted is taken out again, counted, and the
 * line goes on without it. Fatal errors of the JVM pass through.
 */
abstract class RedactingFields implements Fields {

  private Redactor redactor;
  private @Nullable Throwable thrown;
  private int depth;

  RedactingFields(Redactor redactor) {
    this.redactor = redactor;
  }

  /** Position to come back to when a field fails. */
  abstract int mark();

  /**
   * Takes out what was written since {@code mark}, and leaves objects deeper than {@code depth}.
   */
  abstract void rollback(int mark, int depth);

  abstract void writeString(String name, String value);

  abstract void writeNumber(String name, long value);

  abstract void writeNanosAsMillis(String name, long nanos);

  abstract void writeTrue(String name);

  abstract void writeStrings(String name, List<String> values);

  abstract void beginObject(String name);

  /** Ends the object that began at {@code mark}; an empty one is taken out. */
  abstract void endObject(int mark);

  final void beginFields(Redactor with) {
    redactor = with;
    thrown = null;
    depth = 0;
  }

  final Redactor redactor() {
    return redactor;
  }

  /** What the event passed to {@link #exception}; it is written last. */
  final @Nullable Throwable thrown() {
    return thrown;
  }

  /** The text without its secrets; {@code otherwise} when there is none or redaction failed. */
  final String masked(@Nullable String raw, String otherwise) {
    if (raw == null) {
      return otherwise;
    }
    try {
      return redactor.text(raw);
    } catch (Throwable failure) {
      leftOut(failure);
      return otherwise;
    }
  }

  /** As {@link #masked}, for a request path. */
  final String maskedPath(@Nullable String raw, String otherwise) {
    if (raw == null) {
      return otherwise;
    }
    try {
      return redactor.path(raw);
    } catch (Throwable failure) {
      leftOut(failure);
      return otherwise;
    }
  }

  @Override
  public final void text(String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    int mark = mark();
    try {
      writeString(safe(name), depth == 0 ? redactor.text(value) : byKey(name, value));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void keyed(String name, String key, @Nullable String value) {
    if (value == null) {
      return;
    }
    int mark = mark();
    try {
      writeString(safe(name), byKey(key, value));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void value(String key, @Nullable Object value) {
    if (value == null) {
      return;
    }
    int mark = mark();
    try {
      String shown = byKey(key, GuardedCall.text(value));
      if (isWhole(value) && shown.equals(value.toString())) {
        writeNumber(redactor.text(key), ((Number) value).longValue());
      } else {
        writeString(redactor.text(key), shown);
      }
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte;
  }

  @Override
  public final void constant(String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    int mark = mark();
    try {
      writeString(safe(name), value);
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void number(String name, long value) {
    int mark = mark();
    try {
      writeNumber(safe(name), value);
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void millis(String name, long nanos) {
    int mark = mark();
    try {
      writeNanosAsMillis(safe(name), Math.max(0, nanos));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void flag(String name, boolean value) {
    if (!value) {
      return;
    }
    int mark = mark();
    try {
      writeTrue(safe(name));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void names(String name, @Nullable Collection<String> values) {
    if (values == null) {
      return;
    }
    int mark = mark();
    try {
      List<String> masked = new ArrayList<>();
      for (String value : values) {
        masked.add(redactor.text(value));
      }
      if (!masked.isEmpty()) {
        writeStrings(safe(name), masked);
      }
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void query(String name, @Nullable String rawQuery) {
    if (rawQuery == null) {
      return;
    }
    int mark = mark();
    try {
      writeString(safe(name), redactor.query(rawQuery));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void url(String name, @Nullable String url) {
    if (url == null) {
      return;
    }
    int mark = mark();
    try {
      writeString(safe(name), redactor.url(url));
    } catch (Throwable failure) {
      takeOut(mark, depth, failure);
    }
  }

  @Override
  public final void headers(String name, Headers headers) {
    int mark = mark();
    int outer = depth;
    try {
      HeaderLines lines = new HeaderLines(redactor);
      headers.forEach(lines);
      writeObject(name, lines.byName());
    } catch (Throwable failure) {
      takeOut(mark, outer, failure);
    }
  }

  @Override
  public final void settings(String name, Map<String, String> settings) {
    int mark = mark();
    int outer = depth;
    try {
      Map<String, String> masked = new LinkedHashMap<>();
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        masked.put(redactor.text(setting.getKey()), byKey(setting.getKey(), setting.getValue()));
      }
      writeObject(name, masked);
    } catch (Throwable failure) {
      takeOut(mark, outer, failure);
    }
  }

  @Override
  public final void object(String name, @Nullable Section section) {
    if (section == null) {
      return;
    }
    int mark = mark();
    int outer = depth;
    try {
      beginObject(safe(name));
      depth++;
      section.writeTo(this);
      depth = outer;
      endObject(mark);
    } catch (Throwable failure) {
      takeOut(mark, outer, failure);
    }
  }

  @Override
  public final void exception(@Nullable Throwable value) {
    thrown = value;
  }

  private void writeObject(String name, Map<String, ? extends CharSequence> members) {
    int mark = mark();
    beginObject(safe(name));
    for (Map.Entry<String, ? extends CharSequence> member : members.entrySet()) {
      writeString(member.getKey(), member.getValue().toString());
    }
    endObject(mark);
  }

  /** The event names its own fields; names within an object may come from anywhere. */
  private String safe(String name) {
    return depth == 0 ? name : redactor.text(name);
  }

  private String byKey(String key, String value) {
    return redactor.sensitiveKey(key) ? Redactor.MASK : redactor.text(value);
  }

  private void takeOut(int mark, int outer, Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    depth = outer;
    rollback(mark, outer);
    leftOut(failure);
  }

  private static void leftOut(Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    Diagnostics.report(
        "field", "A field could not be written safely and was left out of its line.", failure);
  }
}
