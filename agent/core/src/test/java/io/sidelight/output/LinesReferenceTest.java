package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.config.LineSchema;
import io.sidelight.event.Event;
import io.sidelight.event.FieldNames;
import io.sidelight.output.EventCatalogue.Described;
import io.sidelight.output.EventCatalogue.Field;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the reference pages, the catalogue and what the agent's own events write the same. */
class LinesReferenceTest {

  private static final String COMMAND =
      "mvn -pl agent/core -am test -Dtest=LinesReferenceTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dsidelight.docs.update=true";
  private static final String END = "<!-- end of table -->";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Members of objects, and fields of the contract that no event writes yet. */
  private static final Set<String> NOT_IN_THE_CATALOGUE =
      Set.of(
          FieldNames.COUNT,
          FieldNames.MS,
          FieldNames.FAILED,
          FieldNames.KIND,
          FieldNames.SYSTEM,
          FieldNames.OPERATION,
          FieldNames.STATEMENT,
          FieldNames.CLIENT_IP,
          FieldNames.HTTP_VERSION);

  @Test
  void pages_comparedWithTheCatalogue_areTheSame() throws IOException {
    check("lines.md", LinesReference.ofLines());
    check("application-logs.md", LinesReference.ofApplicationLogs());
  }

  private static void check(String name, Map<String, String> tables) throws IOException {
    Path page = docs().resolve(name);
    String written = Files.readString(page).replace("\r\n", "\n");
    String rendered = written;
    for (Map.Entry<String, String> table : tables.entrySet()) {
      rendered = withTable(rendered, table.getKey(), table.getValue());
    }
    if (Boolean.getBoolean("sidelight.docs.update")) {
      Files.writeString(page, rendered);
      return;
    }
    assertThat(written)
        .as("docs/%s differs from what is declared; write it anew with: %s", name, COMMAND)
        .isEqualTo(rendered);
  }

  /** In their order, and each of them at least once. */
  @Test
  void events_ofTheAgentItself_writeTheFieldsOfTheCatalogue() {
    Map<String, Set<String>> written = new LinkedHashMap<>();
    for (JsonNode line : lines(LineSchema.NATIVE)) {
      String event = line.path(FieldNames.EVENT).asText();
      List<String> declared = declared(event);
      List<String> keys = TestLines.keys(line);
      assertThat(declared).as(event).containsSubsequence(keys);
      written.computeIfAbsent(event, e -> new LinkedHashSet<>()).addAll(keys);
    }
    for (Described event : EventCatalogue.all()) {
      assertThat(written.get(event.name()))
          .as(event.name())
          .isNotNull()
          .containsAll(event.fieldNames());
    }
  }

  @Test
  void names_ofFields_areAllDescribed() throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (java.lang.reflect.Field constant : FieldNames.class.getFields()) {
      assertThat(Modifier.isStatic(constant.getModifiers())).isTrue();
      names.add((String) constant.get(null));
    }
    names.removeAll(NOT_IN_THE_CATALOGUE);
    assertThat(LinesReference.writtenFields()).isEqualTo(names);
  }

  @ParameterizedTest
  @EnumSource(names = "NATIVE", mode = EnumSource.Mode.EXCLUDE)
  void places_inASchema_areThoseThatItsLinesHave(LineSchema schema) {
    Set<String> there = new TreeSet<>();
    for (JsonNode line : lines(schema)) {
      places(line, "", there);
    }
    Set<String> written = LinesReference.writtenFields();
    for (SchemaField field : SchemaFields.ALL) {
      if (written.contains(field.name())) {
        assertThat(there).as(field.name()).containsAll(placesShown(field.in(schema).shown()));
      }
    }
  }

  private static List<String> declared(String event) {
    List<String> names = new ArrayList<>();
    EventCatalogue.BEFORE.forEach(field -> names.add(field.name()));
    for (Described described : EventCatalogue.all()) {
      if (described.name().equals(event)) {
        described.fields().stream().map(Field::name).forEach(names::add);
      }
    }
    EventCatalogue.AFTER.forEach(field -> names.add(field.name()));
    return names;
  }

  private static List<JsonNode> lines(LineSchema schema) {
    LineEncoder encoder =
        TestLines.encoder(
            TestLines.settings()
                .schema(schema)
                .service(ServiceLabel.of("orders"))
                .env("prod")
                .version("1"));
    List<JsonNode> lines = new ArrayList<>();
    for (Event event : SampleEvents.ofARequest()) {
      lines.add(line(encoder, event, true));
    }
    for (Event event : SampleEvents.ofTheAgent()) {
      lines.add(line(encoder, event, false));
    }
    return lines;
  }

  private static JsonNode line(LineEncoder encoder, Event event, boolean inRequest) {
    return TestLines.parse(
        TestLines.text(
            encoder.encode(event, inRequest ? SampleEvents.REQUEST : null, TestLines.redactor())));
  }

  /** Paths of all members with dots, and their names alone. */
  private static void places(JsonNode node, String path, Set<String> places) {
    for (String name : TestLines.keys(node)) {
      String inner = path.isEmpty() ? name : path + "." + name;
      places.add(inner);
      places.add(name);
      places(node.get(name), inner, places);
    }
  }

  /** The names in a cell, as far as it is about every line. */
  private static List<String> placesShown(String cell) {
    List<String> names = new ArrayList<>();
    Matcher code = CODE.matcher(cell.split(";")[0]);
    while (code.find()) {
      names.add(code.group(1));
    }
    return names;
  }

  private static String withTable(String page, String name, String table) {
    String start =
        "<!-- table of " + name + ": written by LinesReferenceTest, see CONTRIBUTING -->\n";
    assertThat(page).contains(start);
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf(END, from);
    assertThat(to).as("the end of the table of %s", name).isPositive();
    return page.substring(0, from) + "\n" + table + "\n" + page.substring(to);
  }

  private static Path docs() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("docs/lines.md"))) {
      folder = folder.getParent();
    }
    assertThat(folder).as("a folder above with docs/lines.md").isNotNull();
    return folder.resolve("docs");
  }
}
