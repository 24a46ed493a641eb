package io.sidelight.output;

import io.sidelight.config.LineSchema;
import io.sidelight.config.OverflowPolicy;
import org.jspecify.annotations.Nullable;

/** How lines look and where they go. Immutable; built once at start. */
public final class OutputSettings {

  /** Destination name of the process's standard output. */
  public static final String STDOUT = "stdout";

  /** Destination name of the process's standard error. */
  public static final String STDERR = "stderr";

  final Format format;
  final LineSchema schema;
  final String destination;
  final @Nullable String auditDestination;
  final long maxSize;
  final int maxFiles;
  final int queue;
  final OverflowPolicy overflow;
  private volatile @Nullable ProcessIdentity process;
  final ServiceLabel service;
  final @Nullable String env;
  final @Nullable String version;

  private OutputSettings(Builder from) {
    format = from.format;
    schema = from.schema;
    destination = from.destination;
    auditDestination = from.auditDestination;
    maxSize = from.maxSize;
    maxFiles = from.maxFiles;
    queue = from.queue;
    overflow = from.overflow;
    process = from.process;
    service = from.service;
    env = from.env;
    version = from.version;
  }

  /** The process that writes; looked at with the first line that has to name it. */
  ProcessIdentity process() {
    ProcessIdentity known = process;
    if (known == null) {
      known = ProcessIdentity.ofThisJvm();
      process = known;
    }
    return known;
  }

  /** A builder that holds the defaults: JSON, native names, standard output. */
  public static Builder builder() {
    return new Builder();
  }

  /** For machines or for people. */
  public enum Format {
    JSON,
    TEXT
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {

    private Format format = Format.JSON;
    private LineSchema schema = LineSchema.NATIVE;
    private String destination = STDOUT;
    private @Nullable String auditDestination;
    private long maxSize = 10L * 1024 * 1024;
    private int maxFiles = 5;
    private int queue = 8192;
    private OverflowPolicy overflow = OverflowPolicy.DROP;
    private @Nullable ProcessIdentity process;
    private ServiceLabel service = ServiceLabel.of(null);
    private @Nullable String env;
    private @Nullable String version;

    private Builder() {}

    /** {@code auto} is decided by the caller, with the help of {@link Terminal}. */
    public Builder format(Format value) {
      format = value;
      return this;
    }

    /** Applies to JSON only; text for people has one form. */
    public Builder schema(LineSchema value) {
      schema = value;
      return this;
    }

    /** {@link #STDOUT}, {@link #STDERR}, or the path of a file. */
    public Builder destination(String value) {
      destination = value;
      return this;
    }

    /** Where audit lines go; null for where all others go. */
    public Builder auditDestination(@Nullable String value) {
      auditDestination = value;
      return this;
    }

    /** Size in bytes that a file does not exceed, unless by a single line that is longer. */
    public Builder maxSize(long bytes) {
      maxSize = Math.max(1, bytes);
      return this;
    }

    /** How many old files are kept beside the one in use; 0 keeps none. */
    public Builder maxFiles(int count) {
      maxFiles = Math.max(0, count);
      return this;
    }

    /** How many lines may wait for the writer; at least 8. */
    public Builder queue(int lines) {
      queue = Math.max(8, Math.min(lines, 1 << 24));
      return this;
    }

    /** What happens when that many wait already. */
    public Builder overflow(OverflowPolicy value) {
      overflow = value;
      return this;
    }

    /** The process that lines name, if not the one that runs. */
    Builder process(ProcessIdentity value) {
      process = value;
      return this;
    }

    /** Label on every line. */
    public Builder service(ServiceLabel value) {
      service = value;
      return this;
    }

    /** Label on every line; null for none. */
    public Builder env(@Nullable String value) {
      env = value;
      return this;
    }

    /** Version of the application, a label on every line; null for none. */
    public Builder version(@Nullable String value) {
      version = value;
      return this;
    }

    /** The settings as collected so far. */
    public OutputSettings build() {
      return new OutputSettings(this);
    }
  }
}
