package io.sidelight.output;

/** The names and the nesting that a log platform expects of a JSON line. */
public enum Schema {
  /** Sidelight's own names, flat. */
  NATIVE,
  /** Elastic Common Schema. */
  ECS,
  /** OpenTelemetry log data model. */
  OTEL,
  /** Google Cloud structured logging. */
  GCP
}
