package io.sidelight.config;

/** Names and nesting that a log platform expects of a JSON line: option {@code schema}. */
public enum LineSchema {
  /** The agent's own names. */
  NATIVE,
  /** Elastic Common Schema. */
  ECS,
  /** OpenTelemetry log data model. */
  OTEL,
  /** Google Cloud Logging. */
  GCP
}
