package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each native field belongs in the line of a log platform, as a table of rules; what no rule
 * names goes where the platform keeps fields of one's own. Immutable once built; thread-safe.
 */
abstract class SchemaMapping {

  /** The form in which a platform wants a value. */
  enum Form {
    SAME,
    NANOS,
    SECONDS_TEXT
  }

  private static final class Rule {
    final boolean httpOnly;
    final Form form;
    final String[] place;

    Rule(boolean httpOnly, Form form, String[] place) {
      this.httpOnly = httpOnly;
      this.form = form;
      this.place = place;
    }
  }

  private final Map<String, Rule> rules = new HashMap<>();

  static SchemaMapping of(Schema schema) {
    switch (schema) {
      case ECS:
        return new EcsMapping();
      case OTEL:
        return new OtelMapping();
      case GCP:
        return new GcpMapping();
      default:
        throw new IllegalArgumentException(schema.name());
    }
  }

  /** The members that a line of the platform starts with: time, level, message. */
  abstract void head(Map<String, Object> root, long millis, Level level, String message);

  /** Puts a field for which there is no rule. */
  abstract void putOwn(Map<String, Object> root, String name, Object value);

  /** Puts class, message and stack of an exception, all of them safe to write. */
  abstract void failure(
      Map<String, Object> root, String type, @Nullable String message, String stack);

  /** A field of every line: its place, as the names of nested objects. */
  final void rule(String name, String... place) {
    rules.put(name, new Rule(false, Form.SAME, place));
  }

  /**
   * A field that means the request itself only on the lines of logger {@code http}: on a {@code
   * dependency_call}, {@code status} is another server's.
   */
  final void httpRule(String name, Form form, String... place) {
    rules.put(name, new Rule(true, form, place));
  }

  /** A field of every line in another form. */
  final void rule(String name, Form form, String... place) {
    rules.put(name, new Rule(false, form, place));
  }

  final void put(Map<String, Object> root, boolean http, String name, Object value) {
    Rule rule = rules.get(name);
    if (rule == null || (rule.httpOnly && !http)) {
      putOwn(root, name, value);
    } else {
      putAt(root, inForm(rule.form, value), rule.place);
    }
  }

  /** Puts a value into nested objects, which are made when they are missing. */
  static void putAt(Map<String, Object> root, Object value, String... place) {
    Map<String, Object> at = root;
    for (int i = 0; i < place.length - 1; i++) {
      at = child(at, place[i]);
    }
    at.put(place[place.length - 1], value);
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
    List<String> strings = new java.util.ArrayList<>();
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
