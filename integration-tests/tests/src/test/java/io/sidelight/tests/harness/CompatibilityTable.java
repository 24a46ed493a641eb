package io.sidelight.tests.harness;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A table in the README, between its markers: one row for each line of releases of a server, a
 * client or a logging library.
 *
 * @param kind of the records
 * @param api whether it says in which namespace applications see servlets
 */
record CompatibilityTable(String kind, String begin, String end, boolean api) {

  static final CompatibilityTable SERVERS =
      new CompatibilityTable(
          Compatibility.SERVER,
          "<!-- compatibility: written by the suites, see CONTRIBUTING -->",
          "<!-- end of compatibility -->",
          true);

  static final CompatibilityTable CLIENTS =
      new CompatibilityTable(
          Compatibility.CLIENT,
          "<!-- clients: written by the suites, see CONTRIBUTING -->",
          "<!-- end of clients -->",
          false);

  static final CompatibilityTable LOGGING =
      new CompatibilityTable(
          Compatibility.LOGGING,
          "<!-- logging: written by the suites, see CONTRIBUTING -->",
          "<!-- end of logging -->",
          false);

  /** The whole section, with its markers. */
  String of(List<Properties> records) {
    List<Properties> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.<Properties, String>comparing(record -> record.getProperty("server"))
            .thenComparing(record -> version(record)));
    Map<String, List<Properties>> rows = new LinkedHashMap<>();
    for (Properties record : sorted) {
      String version = record.getProperty("version");
      String line = record.getProperty("line", TestedRelease.line(version));
      String key = record.getProperty("server") + " " + line;
      rows.computeIfAbsent(key, unknown -> new ArrayList<>()).add(record);
    }
    StringBuilder table = new StringBuilder(begin);
    table.append("\n\n| ").append(kind).append(" | releases |").append(api ? " servlets |" : "");
    table.append(" JDK | checks | what is missing, and why |\n");
    table.append(api ? "|---|---|---|---|---|---|\n" : "|---|---|---|---|---|\n");
    for (List<Properties> row : rows.values()) {
      table.append(row(row)).append('\n');
    }
    return table.append('\n').append(end).toString();
  }

  private String row(List<Properties> records) {
    TreeSet<ModuleDescriptor.Version> versions = new TreeSet<>();
    TreeSet<Integer> jdks = new TreeSet<>();
    TreeSet<Integer> checks = new TreeSet<>();
    Map<String, TreeSet<ModuleDescriptor.Version>> missing = new TreeMap<>();
    for (Properties record : records) {
      versions.add(version(record));
      jdks.add(Integer.valueOf(record.getProperty("jdk")));
      checks.add(Integer.valueOf(record.getProperty("passed")));
      if (!record.getProperty("missing").isEmpty()) {
        missing
            .computeIfAbsent(record.getProperty("missing"), unknown -> new TreeSet<>())
            .add(version(record));
      }
    }
    return String.join(
        " | ",
        "| " + records.get(0).getProperty("server"),
        range(versions)
            + (versions.size() > 2 ? " (" + versions.size() + ")" : "")
            + (api ? " | " + records.get(0).getProperty("api") : ""),
        String.join(", ", jdks.stream().map(String::valueOf).toList()),
        Collections.min(checks).toString(),
        String.join("; ", missing.entrySet().stream().map(entry -> of(entry, versions)).toList())
            + " |");
  }

  private static String of(
      Map.Entry<String, TreeSet<ModuleDescriptor.Version>> missing,
      TreeSet<ModuleDescriptor.Version> all) {
    return missing.getValue().equals(all)
        ? missing.getKey()
        : range(missing.getValue()) + ": " + missing.getKey();
  }

  private static String range(TreeSet<ModuleDescriptor.Version> versions) {
    return versions.size() == 1
        ? versions.first().toString()
        : versions.first() + " – " + versions.last();
  }

  private static ModuleDescriptor.Version version(Properties record) {
    return ModuleDescriptor.Version.parse(record.getProperty("version"));
  }
}
