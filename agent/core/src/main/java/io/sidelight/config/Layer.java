package io.sidelight.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options that one source sets, not yet parsed, by their declared names. Names that nobody
 * declared are left out and told as problems; a value of theirs is never told, since it may be a
 * secret under a misspelled name.
 */
final class Layer {
  private final Source source;
  private final Catalog catalog;
  private final List<String> problems;
  private final Map<String, Given> given = new TreeMap<>();

  private Layer(Source source, Catalog catalog, List<String> problems) {
    this.source = source;
    this.catalog = catalog;
    this.problems = problems;
  }

  /** All names start with {@code sidelight.}. */
  static Layer ofSystemProperties(
      Map<String, String> properties, Catalog catalog, List<String> problems) {
    Layer layer = new Layer(Source.SYSTEM_PROPERTY, catalog, problems);
    for (Map.Entry<String, String> entry : properties.entrySet()) {
      layer.add(entry.getKey(), entry.getValue());
    }
    return layer;
  }

  /** All names start with {@code SIDELIGHT_}. An empty variable counts as one that is not set. */
  static Layer ofEnvironment(
      Map<String, String> environment, Catalog catalog, List<String> problems) {
    Layer layer = new Layer(Source.ENVIRONMENT, catalog, problems);
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String variable = entry.getKey();
      Option<?> option = catalog.findByEnvironmentName(variable);
      if (option == null) {
        layer.unknown(variable, catalog.nearestEnvironmentName(variable));
      } else if (!entry.getValue().trim().isEmpty()) {
        layer.given.put(option.name(), new Given(variable, entry.getValue().trim()));
      }
    }
    return layer;
  }

  /** Reads {@code name=value;name=value}. The last one counts when a name comes twice. */
  static Layer ofAgentArgument(@Nullable String argument, Catalog catalog, List<String> problems) {
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
  static Layer ofFile(Map<String, String> file, Catalog catalog, List<String> problems) {
    Layer layer = new Layer(Source.FILE, catalog, problems);
    for (Map.Entry<String, String> entry : file.entrySet()) {
      layer.add(entry.getKey(), entry.getValue());
    }
    String config = Options.CONFIG.name();
    if (layer.given.remove(config) != null) {
      problems.add(
          layer.source.subject(config) + " has no effect: an options file cannot name another.");
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
      problems.add("Part " + number + " of the agent argument is not name=value and is left out.");
      return;
    }
    add(part.substring(0, equals).trim(), part.substring(equals + 1));
  }

  private void add(String givenName, String value) {
    boolean prefixed = givenName.startsWith(Option.PREFIX);
    String name = prefixed ? givenName.substring(Option.PREFIX.length()) : givenName;
    Option<?> option = catalog.find(name);
    if (option == null) {
      String nearest = catalog.nearest(name);
      unknown(givenName, nearest == null || !prefixed ? nearest : Option.PREFIX + nearest);
    } else {
      given.put(option.name(), new Given(givenName, value.trim()));
    }
  }

  private void unknown(String givenName, @Nullable String nearest) {
    String sentence = source.subject(givenName) + " is not known to Sidelight";
    problems.add(
        nearest == null
            ? sentence + " and is left out."
            : sentence + "; did you mean " + Printable.of(nearest) + "?");
  }

  /** A value as text, and the name it was given under. */
  static final class Given {
    final String name;
    final String value;

    Given(String name, String value) {
      this.name = name;
      this.value = value;
    }
  }
}
