package io.sidelight.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version of this build, from a file that the build writes. */
final class AgentVersion {

  private AgentVersion() {}

  static String get() {
    try (InputStream in =
        AgentVersion.class.getClassLoader().getResourceAsStream("io/sidelight/agent/version.txt")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
