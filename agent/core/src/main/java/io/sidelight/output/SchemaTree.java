package io.sidelight.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nested objects that a line of a log platform is put together in: ways to reach them. */
final class SchemaTree {

  /** The form in which a platform wants a value. */
  enum Form {
    SAME,
    NANOS,
    SECONDS_TEXT
  }

  /** Puts one value where it belongs. */
  interface Placement {
    void put(Map<String, Object> root, Object value);
  }

  private SchemaTree() {}

  /** The value as it is, at the end of these nested objects. */
  static Placement at(String... place) {
    return at(Form.SAME, place);
  }

  /** The value in another form, at the end of these nested objects. */
  static Placement at(Form form, String... place) {
    return (root, value) -> putAt(root, inForm(form, value), place);
  }

  /** Puts a value into nested objects, which are made when they are missing. */
  static void putAt(Map<String, Object> root, Object value, String... place) {
    Map<String, Object> at = root;
    for (int i = 0; i < place.length - 1; i++) {
      at = child(at, place[i]);
    }
    at.put(place[place.length - 1], value);
  }

  /** The value at the end of these nested objects, null if it is not there. */
  static @Nullable Object valueAt(Map<String, Object> root, String... place) {
    Object at = root;
    for (String name : place) {
      at = at instanceof Map ? ((Map<?, ?>) at).get(name) : null;
    }
    return at;
  }

  static Map<String, Object> child(Map<String, Object> parent, String name) {
    Object there = parent.get(name);
    if (there instanceof Map) {
      @SuppressWarnings("unchecked") // only this class makes the maps of the tree
      Map<String, Object> known = (Map<String, Object>) there;
      return known;
    }
    Map<String, Object> made = new LinkedHashMap<>();
    parent.put(name, made);
    return made;
  }

  /** Puts a value under one name; members of objects become names joined by {@code separator}. */
  static void putFlat(
      Map<String, Object> into, String name, char separator, boolean asText, Object value) {
    if (value instanceof Map) {
      for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
        String joined = name + separator + member.getKey();
        Object inner = member.getValue();
        putFlat(into, joined, separator, asText, inner == null ? "" : inner);
      }
    } else if (asText) {
      String text =
          value instanceof List ? String.join(",", strings((List<?>) value)) : value.toString();
      into.put(separator == '.' ? name : name.replace('.', separator), text);
    } else {
      into.put(name, value);
    }
  }

  private static List<String> strings(List<?> values) {
    List<String> strings = new ArrayList<>();
    for (Object value : values) {
      strings.add(String.valueOf(value));
    }
    return strings;
  }

  private static Object inForm(Form form, Object value) {
    if (value instanceof Millis) {
      switch (form) {
        case NANOS:
          return ((Millis) value).nanos();
        case SECONDS_TEXT:
          return ((Millis) value).secondsText();
        case SAME:
          return value;
      }
    }
    return value;
  }
}
