package io.sidelight.overhead;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is put beside what; {@link #NONE} comes first in every round and is what the rest is divided
 * by.
 */
enum Subject {
  /** The application alone. */
  NONE("none", "no agent", 0),
  /** Tomcat's own {@code JsonAccessLogValve}, no agent: the least that a JSON line can cost. */
  ACCESS_LOG("access-log", "Tomcat JSON access log", 1, "\"statusCode\""),
  /** The OpenTelemetry agent with its exporters off: it instruments and writes nothing. */
  OPENTELEMETRY("opentelemetry", "OpenTelemetry agent", 0),
  /** The same, writing what Sidelight writes in its own form: JSON for each request and call. */
  OPENTELEMETRY_JSON("opentelemetry-json", "OpenTelemetry agent, JSON spans", 4, "\"kind\":3"),
  /** This project's agent with its default options, writing to standard output. */
  SIDELIGHT(
      "sidelight",
      "Sidelight",
      4,
      "\"event\":\"request_completed\"",
      "\"event\":\"dependency_call\"");

  private static final String SPAN_OF_A_REQUEST =
      "\"key\":\"url.path\",\"value\":{\"stringValue\":\"%s\"}";

  private final String id;
  private final String title;
  private final int recordsWithCalls;
  private final List<String> recordMarkers;

  Subject(String id, String title, int recordsWithCalls, String... recordMarkers) {
    this.id = id;
    this.title = title;
    this.recordsWithCalls = recordsWithCalls;
    this.recordMarkers = List.of(recordMarkers);
  }

  /** The name in options and file names. */
  String id() {
    return id;
  }

  /** The name in tables. */
  String title() {
    return title;
  }

  /** Whether it writes anything for a request; then it is one record for one without calls. */
  boolean writesRecords() {
    return !recordMarkers.isEmpty();
  }

  /** The records that it writes for a request that makes three calls. */
  int recordsWithCalls() {
    return recordsWithCalls;
  }

  /** How many of its records for requests of that path the line holds. */
  int recordsIn(String line, String path) {
    if (this == OPENTELEMETRY_JSON) { // many to a line; those of calls don't name the path
      int calls = path.equals(Trial.CALLS) ? count(line, recordMarkers.get(0)) : 0;
      return calls + count(line, SPAN_OF_A_REQUEST.formatted(path));
    }
    if (!line.contains('"' + path + '"')) {
      return 0;
    }
    return recordMarkers.stream().anyMatch(line::contains) ? 1 : 0;
  }

  private static int count(String line, String part) {
    int count = 0;
    for (int at = line.indexOf(part); at >= 0; at = line.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** The options this subject adds to the JVM's command line. */
  List<String> jvmOptions(Settings settings) {
    switch (this) {
      case OPENTELEMETRY:
        return List.of(
            "-javaagent:" + agentJar(settings),
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.service.name=overhead");
      case OPENTELEMETRY_JSON:
        return List.of(
            "-javaagent:" + agentJar(settings),
            "-Dotel.traces.exporter=logging-otlp",
            "-Dotel.bsp.max.queue.size=20000", // so that none is dropped
            "-Dotel.bsp.schedule.delay=200",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-Dotel.service.name=overhead");
      case SIDELIGHT:
        return List.of("-javaagent:" + agentJar(settings));
      default:
        return List.of();
    }
  }

  /** The jar of the agent that is measured; {@code null} if there is none. */
  @Nullable Path agentJar(Settings settings) {
    switch (this) {
      case OPENTELEMETRY:
      case OPENTELEMETRY_JSON:
        return settings.peer();
      case SIDELIGHT:
        return settings.agent();
      default:
        return null;
    }
  }

  /** The arguments this subject adds to the application's. */
  List<String> applicationArguments() {
    return this == ACCESS_LOG ? List.of("access-log") : List.of();
  }

  /** The subject of that {@link #id()}. */
  static Subject of(String id) {
    for (Subject subject : values()) {
      if (subject.id.equals(id)) {
        return subject;
      }
    }
    throw new IllegalArgumentException("no subject is called " + id);
  }
}
