package io.sidelight.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options that one source sets, not yet parsed, by their declared names. Names that nobody
 * declared are left out and reported as problems, without their value, since that may be a secret
 * under a misspelled name. An option that the source sets twice has the last value, and is reported
 * too.
 */
final class Layer {
  static final String BROKEN_ESCAPE =
      " of the options file has a broken Unicode escape (write two backslashes for one, or a slash"
          + " in a path)";

  private final Source source;
  private final Catalog catalog;
  private final List<Problem> problems;
  private final Map<String, Given> given = new TreeMap<>();

  private Layer(Source source, Catalog catalog, List<Problem> problems) {
    this.source = source;
    this.catalog = catalog;
    this.problems = problems;
  }

  /** All names start with {@code sidelight.}. */
  static Layer ofSystemProperties(
      Map<String, String> properties, Catalog catalog, List<Problem> problems) {
    Layer layer = new Layer(Source.SYSTEM_PROPERTY, catalog, problems);
    for (Map.Entry<String, String> entry : properties.entrySet()) {
      layer.add(entry.getKey(), 0, entry.getValue());
    }
    return layer;
  }

  /** All names start with {@code SIDELIGHT_}. An empty variable counts as one that is not set. */
  static Layer ofEnvironment(
      Map<String, String> environment, Catalog catalog, List<Problem> problems) {
    Layer layer = new Layer(Source.ENVIRONMENT, catalog, problems);
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      Given variable = layer.given(entry.getKey(), 0, entry.getValue());
      Option<?> option = catalog.findByEnvironmentName(variable.name);
      if (option == null) {
        layer.unknown(variable, catalog.nearestEnvironmentName(variable.name));
      } else if (variable.value != null && !variable.value.isEmpty()) {
        layer.put(option, variable);
      }
    }
    return layer;
  }

  /** Reads {@code name=value;name=value}. */
  static Layer ofAgentArgument(@Nullable String argument, Catalog catalog, List<Problem> problems) {
    Layer layer = new Layer(Source.AGENT_ARGUMENT, catalog, problems);
    if (argument == null) {
      return layer;
    }
    int start = 0;
    for (int number = 1; start <= argument.length(); number++) {
      int semicolon = argument.indexOf(';', start);
      int end = semicolon < 0 ? argument.length() : semicolon;
      layer.addPart(argument.substring(start, end).trim(), number);
      start = end + 1;
    }
    return layer;
  }

  /** Names may have the prefix or not. */
  static Layer ofFile(List<FileLine> file, Catalog catalog, List<Problem> problems) {
    Layer layer = new Layer(Source.FILE, catalog, problems);
    for (FileLine line : file) {
      layer.add(line);
    }
    Given config = layer.given.remove(Options.CONFIG.name());
    if (config != null) {
      problems.add(config.problem(" has no effect: an options file cannot name another."));
    }
    return layer;
  }

  Source source() {
    return source;
  }

  /** What this source gives for the option, or null. */
  @Nullable Given get(Option<?> option) {
    return given.get(option.name());
  }

  /** The declared names, members of families included, in alphabetical order. */
  Set<String> names() {
    return given.keySet();
  }

  private void addPart(String part, int number) {
    if (part.isEmpty()) {
      return;
    }
    int equals = part.indexOf('=');
    if (equals <= 0) {
      problems.add(
          Problem.of(
              "Part " + number + " of the agent argument is not name=value and is left out."));
      return;
    }
    String value = part.substring(equals + 1);
    Option<?> option = add(part.substring(0, equals).trim(), 0, value);
    Given added = option == null ? null : get(option);
    String swallowed = Separators.optionWithin(value, option, catalog);
    if (added != null && swallowed != null) {
      problems.add(
          added.problem(
              " has "
                  + swallowed
                  + "= within its value: write a semicolon before it, since nothing else"
                  + " separates options."));
    }
  }

  private void add(FileLine line) {
    if (line.name == null) {
      problems.add(Problem.inLine("The name", line.number, BROKEN_ESCAPE + " and is left out."));
      return;
    }
    Option<?> option = add(line.name, line.number, line.value);
    Given added = option == null ? null : get(option);
    if (option == null || added == null || added.value == null) {
      return;
    }
    if (line.losesBackslashes) {
      String read = option.isSecret() ? "" : ", so it reads \"" + Printable.of(added.value) + "\"";
      problems.add(
          added.problem(
              " loses its single backslashes"
                  + read
                  + "; write two for each, or a slash in a path."));
    }
    for (String continued : line.continuedWith) {
      if (catalog.find(withoutPrefix(continued)) != null) {
        problems.add(
            added.problem(
                " goes on with the line of "
                    + Printable.of(continued)
                    + ", since a backslash stands at the end of the line before."));
      }
    }
  }

  private @Nullable Option<?> add(String givenName, int line, @Nullable String value) {
    Given added = given(givenName, line, value);
    String name = withoutPrefix(givenName);
    Option<?> option = catalog.find(name);
    if (option == null) {
      String nearest = catalog.nearest(name);
      boolean prefixed = givenName.startsWith(Option.PREFIX);
      unknown(added, nearest == null || !prefixed ? nearest : Option.PREFIX + nearest);
    } else {
      put(option, added);
    }
    return option;
  }

  private void put(Option<?> option, Given added) {
    Given before = given.put(option.name(), added);
    if (before != null) {
      problems.add(
          added.problem(" sets the same as " + before.reference() + "; the last one counts."));
    }
  }

  private Given given(String name, int line, @Nullable String value) {
    return new Given(source, name, line, value);
  }

  private void unknown(Given unknown, @Nullable String nearest) {
    problems.add(
        unknown.problem(
            nearest == null
                ? " is not known to Sidelight and is left out."
                : " is not known to Sidelight; did you mean " + Printable.of(nearest) + "?"));
  }

  private static String withoutPrefix(String name) {
    return name.startsWith(Option.PREFIX) ? name.substring(Option.PREFIX.length()) : name;
  }
}
