package io.sidelight.output;

import io.sidelight.event.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each native field belongs in the line of a log platform, by the rows of {@link
 * SchemaFields}; a field without a rule goes where the platform keeps fields of one's own.
 * Immutable once built; thread-safe.
 */
abstract class SchemaMapping {

  /** What the HTTP fields of a line are about. */
  enum Subject {
    /** The request that the line is about: the lines of logger {@code http}. */
    REQUEST,
    /** A call to another server, whose method, URL and status are not those of the request. */
    CALL,
    /** Neither: a line of the application, a step, the agent itself. */
    OTHER
  }

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

  private final Map<String, Placement> common = new HashMap<>();
  private final Map<String, Placement> ofRequest = new HashMap<>();
  private final Map<String, Placement> ofCall = new HashMap<>();

  /** Takes the rules of a schema from {@link SchemaFields}. */
  SchemaMapping(Schema schema) {
    for (SchemaField field : SchemaFields.ALL) {
      Placement placement = field.in(schema).placement();
      if (placement != null) {
        rules(field.subject()).put(field.name(), placement);
      }
    }
  }

  private Map<String, Placement> rules(@Nullable Subject subject) {
    return subject == null ? common : subject == Subject.REQUEST ? ofRequest : ofCall;
  }

  static SchemaMapping of(Schema schema, ProcessIdentity process) {
    switch (schema) {
      case ECS:
        return new EcsMapping(process);
      case OTEL:
        return new OtelMapping(process);
      case GCP:
        return new GcpMapping(process);
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

  /**
   * Adds what follows from the fields that are there.
   *
   * @param event null for a line of the application
   */
  abstract void end(Map<String, Object> root, Subject subject, @Nullable String event);

  final void put(Map<String, Object> root, Subject subject, String name, Object value) {
    Placement placement = null;
    if (subject != Subject.OTHER) {
      placement = rules(subject).get(name);
    }
    if (placement == null) {
      placement = common.get(name);
    }
    if (placement == null) {
      putOwn(root, name, value);
    } else {
      placement.put(root, value);
    }
  }

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
