package io.sidelight.output;

import io.sidelight.config.LineSchema;
import io.sidelight.output.SchemaMapping.Subject;
import org.jspecify.annotations.Nullable;

/** One row of {@link SchemaFields}: a field and its place in each schema. */
final class SchemaField {

  private final String name;
  private final @Nullable Subject subject;
  private final Place ecs;
  private final Place otel;
  private final Place gcp;

  /**
   * @param name its native name
   * @param subject of the lines that the row is for; null for all that have no row of their own
   */
  SchemaField(String name, @Nullable Subject subject, Place ecs, Place otel, Place gcp) {
    this.name = name;
    this.subject = subject;
    this.ecs = ecs;
    this.otel = otel;
    this.gcp = gcp;
  }

  String name() {
    return name;
  }

  @Nullable Subject subject() {
    return subject;
  }

  Place in(LineSchema schema) {
    switch (schema) {
      case ECS:
        return ecs;
      case OTEL:
        return otel;
      case GCP:
        return gcp;
      default:
        return Place.OWN;
    }
  }
}
