package io.sidelight.overhead;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * What to run, read from system properties; an empty one counts as absent.
 *
 * @param rounds {@code rounds}: how often every subject runs, 5 (quick: 1)
 * @param warmup {@code warmup}: requests before the measured ones, 300000 (quick: 30000)
 * @param requests {@code requests}: requests measured, 100000 (quick: 30000)
 * @param callsWarmup {@code calls.warmup}: the same for requests that make three calls, 40000
 *     (quick: 5000)
 * @param callsRequests {@code calls.requests}: measured ones of these, 20000 (quick: 5000)
 * @param connections {@code connections}: keep-alive connections in the closed loop, 8
 * @param javaHome {@code jdk}: the JDK that runs the subjects; the running one
 * @param agent {@code agent}: Sidelight's jar
 * @param peer {@code peer}: the OpenTelemetry agent's jar
 * @param work {@code work}: folder for the subjects' output and the raw figures
 * @param subjects {@code subjects}: comma-separated ids; all of them
 */
record Settings(
    int rounds,
    int warmup,
    int requests,
    int callsWarmup,
    int callsRequests,
    int connections,
    Path javaHome,
    Path agent,
    Path peer,
    Path work,
    List<Subject> subjects) {

  /**
   * @throws IllegalArgumentException with a sentence for the user, if something is missing or wrong
   */
  static Settings of(Properties properties) {
    boolean quick = Boolean.parseBoolean(text(properties, "quick", "false"));
    Settings settings =
        new Settings(
            number(properties, "rounds", quick ? 1 : 5),
            number(properties, "warmup", quick ? 30_000 : 300_000),
            number(properties, "requests", quick ? 30_000 : 100_000),
            number(properties, "calls.warmup", quick ? 5_000 : 100_000),
            number(properties, "calls.requests", quick ? 5_000 : 20_000),
            number(properties, "connections", 8),
            Path.of(text(properties, "jdk", System.getProperty("java.home"))),
            path(properties, "agent", "agent/assembly/target/sidelight-agent.jar"),
            path(properties, "peer", "opentelemetry-javaagent.jar"),
            path(properties, "work", "target/overhead"),
            subjects(text(properties, "subjects", "")));
    settings.require(Subject.SIDELIGHT, settings.agent, "-Dagent");
    settings.require(Subject.OPENTELEMETRY, settings.peer, "-Dpeer");
    settings.require(Subject.OPENTELEMETRY_JSON, settings.peer, "-Dpeer");
    return settings;
  }

  private void require(Subject subject, Path jar, String option) {
    if (subjects.contains(subject) && !Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(
          "there is no "
              + jar
              + "; build it, name another with "
              + option
              + "=…, or leave "
              + subject.id()
              + " out with -Dsubjects=…");
    }
  }

  private static List<Subject> subjects(String ids) {
    Set<Subject> chosen = EnumSet.of(Subject.NONE);
    for (String id : ids.split(",")) {
      if (!id.isBlank()) {
        chosen.add(Subject.of(id.trim()));
      }
    }
    return new ArrayList<>(ids.isBlank() ? EnumSet.allOf(Subject.class) : chosen);
  }

  private static Path path(Properties properties, String name, String otherwise) {
    return Path.of(text(properties, name, otherwise)).toAbsolutePath();
  }

  private static int number(Properties properties, String name, int otherwise) {
    String text = text(properties, name, Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is no number: " + text, e);
    }
    throw new IllegalArgumentException(name + " must be positive: " + text);
  }

  private static String text(Properties properties, String name, String otherwise) {
    String text = properties.getProperty(name, "");
    return text.isBlank() ? otherwise : text.trim();
  }
}
