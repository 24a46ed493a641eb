package io.sidelight.config;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A standard stream of the process, or the path of a file. */
final class DestinationKind extends TextKind {
  private static final List<String> STREAMS = Arrays.asList("stdout", "stderr");

  DestinationKind(int minLength) {
    super(minLength, 4096, "text");
  }

  @Override
  @Nullable String doubt(String value) {
    String nearest = STREAMS.contains(value) ? null : NearestName.of(value, STREAMS);
    return nearest == null
        ? null
        : "names the file " + Printable.of(value) + "; did you mean " + nearest + "?";
  }
}
