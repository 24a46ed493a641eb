package io.sidelight.overhead;

import java.nio.file.Path;
import java.util.List;

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
  /** This project's agent with its default options, writing to standard output. */
  SIDELIGHT(
      "sidelight",
      "Sidelight",
      4,
      "\"event\":\"request_completed\"",
      "\"event\":\"dependency_call\"");

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

  /** Whether the line is one of its records. */
  boolean isRecord(String line) {
    for (String marker : recordMarkers) {
      if (line.contains(marker)) {
        return true;
      }
    }
    return false;
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
      case SIDELIGHT:
        return List.of("-javaagent:" + agentJar(settings));
      default:
        return List.of();
    }
  }

  /** The jar of the agent that is measured; {@code null} if there is none. */
  Path agentJar(Settings settings) {
    switch (this) {
      case OPENTELEMETRY:
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
