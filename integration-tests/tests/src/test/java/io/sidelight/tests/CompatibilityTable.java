package io.sidelight.tests;

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

/** The table in the README: one row for each line of releases of a server. */
final class CompatibilityTable {

  static final String BEGIN = "<!-- compatibility: written by the suites, see CONTRIBUTING -->";
  static final String END = "<!-- end of compatibility -->";

  private CompatibilityTable() {}

  /** The whole section, with its markers. */
  static String of(List<Properties> records) {
    List<Properties> sorted = new ArrayList<>(records);
    sorted.sort(
        Comparator.<Properties, String>comparing(record -> record.getProperty("server"))
            .thenComparing(record -> version(record)));
    Map<String, List<Properties>> rows = new LinkedHashMap<>();
    for (Properties record : sorted) {
      String key = record.getProperty("server") + " " + Target.line(record.getProperty("version"));
      rows.computeIfAbsent(key, unknown -> new ArrayList<>()).add(record);
    }
    StringBuilder table = new StringBuilder(BEGIN);
    table.append(
        "\n\n| server | releases | servlets | JDK | checks | what is missing, and why |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (List<Properties> row : rows.values()) {
      table.append(row(row)).append('\n');
    }
    return table.append('\n').append(END).toString();
  }

  private static String row(List<Properties> records) {
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
        range(versions) + (versions.size() > 2 ? " (" + versions.size() + ")" : ""),
        records.get(0).getProperty("api"),
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
