package io.sidelight.output;

import io.sidelight.config.LineSchema;
import io.sidelight.output.EventCatalogue.Described;
import io.sidelight.output.EventCatalogue.Field;
import io.sidelight.output.SchemaMapping.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of the reference pages about lines, in Markdown. */
final class LinesReference {

  private static final List<LineSchema> SCHEMAS =
      List.of(LineSchema.ECS, LineSchema.OTEL, LineSchema.GCP);

  private LinesReference() {}

  /** Each table of {@code docs/lines.md} by the name that the page has it under. */
  static Map<String, String> ofLines() {
    Map<String, String> tables = new TreeMap<>();
    tables.put("every line", everyLine());
    for (Described event : EventCatalogue.OF_REQUESTS) {
      tables.put(event.name(), table("| field | |", rows(event.fields())));
    }
    tables.put("the agent's own", ofTheAgent());
    tables.put("schemas", schemas(false));
    tables.put("schemas of dependency_call", schemas(true));
    return tables;
  }

  /** Each table of {@code docs/application-logs.md}. */
  static Map<String, String> ofApplicationLogs() {
    return Map.of(
        "lines of the application",
        table("| field | |", rows(EventCatalogue.OF_THE_APPLICATION.fields())));
  }

  private static String everyLine() {
    List<String> rows = new ArrayList<>(rows(EventCatalogue.BEFORE));
    rows.add("| … | the event's own fields |");
    rows.addAll(rows(EventCatalogue.AFTER));
    return table("| key | |", rows);
  }

  private static List<String> rows(List<Field> fields) {
    return fields.stream()
        .map(field -> "| " + code(field.name()) + " | " + field.meaning() + " |")
        .toList();
  }

  private static String ofTheAgent() {
    List<String> rows = new ArrayList<>();
    for (Described event : EventCatalogue.OF_THE_AGENT) {
      List<String> fields = new ArrayList<>();
      for (Field field : event.fields()) {
        String meaning = field.meaning().isEmpty() ? "" : " (" + field.meaning() + ")";
        fields.add(code(field.name()) + meaning);
      }
      String note = event.note().isEmpty() ? "" : ". " + event.note();
      rows.add(
          "| %s | %s | %s |"
              .formatted(code(event.name()), event.level(), String.join(", ", fields) + note));
    }
    return table("| event | level | fields |", rows);
  }

  private static String schemas(boolean ofCalls) {
    Set<String> written = writtenFields();
    List<String> rows = new ArrayList<>();
    for (SchemaField field : SchemaFields.ALL) {
      if (ofCalls == (field.subject() == Subject.CALL) && written.contains(field.name())) {
        List<String> cells = new ArrayList<>();
        cells.add(
            code(field.name())
                + (field.subject() == Subject.REQUEST ? " of a request's line" : ""));
        SCHEMAS.forEach(schema -> cells.add(place(field, schema)));
        rows.add("| " + String.join(" | ", cells) + " |");
      }
    }
    return table("| native | `ecs` | `otel` | `gcp` |", rows);
  }

  /** Where the row says; else where the row for all lines says; else the field's own name. */
  private static String place(SchemaField field, LineSchema schema) {
    String shown = field.in(schema).shown();
    if (!shown.isEmpty()) {
      return shown;
    }
    for (SchemaField other : SchemaFields.ALL) {
      if (other.subject() == null
          && other.name().equals(field.name())
          && !other.in(schema).shown().isEmpty()) {
        return other.in(schema).shown();
      }
    }
    return code((schema == LineSchema.ECS ? "sidelight." : "") + field.name());
  }

  /** The fields that some line has. */
  static Set<String> writtenFields() {
    Set<String> names = new TreeSet<>();
    EventCatalogue.BEFORE.forEach(field -> names.add(field.name()));
    EventCatalogue.AFTER.forEach(field -> names.add(field.name()));
    EventCatalogue.all().forEach(event -> names.addAll(event.fieldNames()));
    return names;
  }

  private static String table(String head, List<String> rows) {
    String columns = "|---".repeat((int) head.chars().filter(c -> c == '|').count() - 1) + "|";
    return head + "\n" + columns + "\n" + String.join("\n", rows) + "\n";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
