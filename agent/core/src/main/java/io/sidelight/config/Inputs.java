package io.sidelight.config;

import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a JVM is started with, as far as it concerns the agent: a seam for tests. Immutable. */
final class Inputs {
  final Map<String, String> systemProperties;
  final Map<String, String> environment;
  final @Nullable String agentArgument;

  /** Keeps only names with the agent's prefixes, in alphabetical order. */
  Inputs(
      Map<String, String> systemProperties,
      Map<String, String> environment,
      @Nullable String agentArgument) {
    this.systemProperties = startingWith(Option.PREFIX, systemProperties);
    this.environment = startingWith(Option.ENVIRONMENT_PREFIX, environment);
    this.agentArgument = agentArgument;
  }

  static Inputs ofThisJvm(@Nullable String agentArgument) {
    Map<String, String> ours = new TreeMap<>();
    Properties properties = System.getProperties();
    for (String name : properties.stringPropertyNames()) {
      String value = name.startsWith(Option.PREFIX) ? properties.getProperty(name) : null;
      if (value != null) {
        ours.put(name, value);
      }
    }
    return new Inputs(ours, System.getenv(), agentArgument);
  }

  private static Map<String, String> startingWith(String prefix, Map<String, String> all) {
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, String> entry : all.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        ours.put(entry.getKey(), entry.getValue());
      }
    }
    return Collections.unmodifiableMap(ours);
  }
}
