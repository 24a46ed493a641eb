package io.sidelight.output;

import io.sidelight.output.SchemaTree.Form;
import io.sidelight.output.SchemaTree.Placement;
import org.jspecify.annotations.Nullable;

/** Where a field is in the lines of one schema, and how the reference page says so. */
final class Place {

  /** The object of OpenTelemetry's record that its attributes are in. */
  static final String ATTRIBUTES = "attributes";

  /** The field keeps its own name, where the schema has fields of one's own. */
  static final Place OWN = new Place("", null);

  private final String shown;
  private final @Nullable Placement placement;

  private Place(String shown, @Nullable Placement placement) {
    this.shown = shown;
    this.placement = placement;
  }

  /** A member of nested objects, by their names with dots. */
  static Place nested(String path) {
    return new Place(code(path), SchemaTree.at(path.split("\\.")));
  }

  /** The same, in another form. */
  static Place nested(String path, Form form, String unit) {
    return new Place(code(path) + ", " + unit, SchemaTree.at(form, path.split("\\.")));
  }

  /** A member of one object whose members have dots in their names. */
  static Place member(String object, String name) {
    return new Place(code(name) + " of " + code(object), SchemaTree.at(object, name));
  }

  /** A member of OpenTelemetry's record itself, which has its attributes apart. */
  static Place record(String path) {
    return new Place(code(path) + " of the record", SchemaTree.at(path.split("\\.")));
  }

  /** An attribute of OpenTelemetry's record. */
  static Place attribute(String name) {
    return new Place(code(name), SchemaTree.at(ATTRIBUTES, name));
  }

  /**
   * A place that depends on the value, or several.
   *
   * @param shown in Markdown
   */
  static Place by(Placement placement, String shown) {
    return new Place(shown, placement);
  }

  /**
   * A member that each line has without a rule: the mapping itself writes it.
   *
   * @param shown in Markdown
   */
  static Place written(String shown) {
    return new Place(shown, null);
  }

  /** Null where there is nothing to do: the field keeps its name, or the mapping writes it. */
  @Nullable Placement placement() {
    return placement;
  }

  /** In Markdown; empty where the field keeps its own name. */
  String shown() {
    return shown;
  }

  private static String code(String name) {
    return "`" + name + "`";
  }
}
