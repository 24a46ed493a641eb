package io.sidelight.config;

/** What the fields of a line are called: option {@code schema}. */
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
