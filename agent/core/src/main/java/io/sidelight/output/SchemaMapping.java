package io.sidelight.output;

import io.sidelight.config.LineSchema;
import io.sidelight.event.Level;
import io.sidelight.output.SchemaTree.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each native field belongs in the line of a log platform, by the rows of {@code
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

  private final Map<String, Placement> common = new HashMap<>();
  private final Map<String, Placement> ofRequest = new HashMap<>();
  private final Map<String, Placement> ofCall = new HashMap<>();

  /** Takes the rules of a schema from the rows. */
  SchemaMapping(LineSchema schema, List<SchemaField> fields) {
    for (SchemaField field : fields) {
      Placement placement = field.in(schema).placement();
      if (placement != null) {
        rules(field.subject()).put(field.name(), placement);
      }
    }
  }

  private Map<String, Placement> rules(@Nullable Subject subject) {
    return subject == null ? common : subject == Subject.REQUEST ? ofRequest : ofCall;
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
}
