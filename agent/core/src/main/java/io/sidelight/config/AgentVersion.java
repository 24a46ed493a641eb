package io.sidelight.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this build, from a file that the build writes. */
public final class AgentVersion {

  private AgentVersion() {}

  /** Such as {@code 0.1.0}; {@code unknown} in a jar that was built in another way. */
  public static String get() {
    try (InputStream in =
        AgentVersion.class
            .getClassLoader()
            .getResourceAsStream("io/sidelight/config/version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
