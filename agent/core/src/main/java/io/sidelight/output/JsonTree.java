package io.sidelight.output;

import java.util.List;
import java.util.Map;

/**
 * Writes a tree of maps, lists, strings, whole numbers, flags and {@link Millis} as compact JSON.
 */
final class JsonTree {

  private JsonTree() {}

  static void write(LineBuffer out, Object value) {
    if (value instanceof Map) {
      object(out, (Map<?, ?>) value);
    } else if (value instanceof List) {
      array(out, (List<?>) value);
    } else if (value instanceof Number) {
      out.number(((Number) value).longValue());
    } else if (value instanceof Boolean || value instanceof Millis) {
      out.escaped(value.toString(), false);
    } else {
      out.append('"');
      out.escaped(value.toString(), true);
      out.append('"');
    }
  }

  private static void object(LineBuffer out, Map<?, ?> members) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      out.append('"');
      out.escaped(String.valueOf(member.getKey()), true);
      out.append('"');
      out.append(':');
      Object value = member.getValue();
      write(out, value == null ? "" : value);
    }
    out.append('}');
  }

  private static void array(LineBuffer out, List<?> values) {
    out.append('[');
    boolean first = true;
    for (Object value : values) {
      if (!first) {
        out.append(',');
      }
      first = false;
      write(out, value);
    }
    out.append(']');
  }
}
