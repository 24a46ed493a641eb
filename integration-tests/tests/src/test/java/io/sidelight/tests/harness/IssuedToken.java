package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A debug token that the command of the jar under test has made, one for all suites. */
public final class IssuedToken {

  static final String SECRET = "contract-secret-of-all-suites";

  private static @Nullable String token;

  private IssuedToken() {}

  public static synchronized String get() {
    if (token == null) {
      token = issue();
    }
    return token;
  }

  private static String issue() {
    try {
      Process command =
          new ProcessBuilder(
                  Jdks.newest().java().toString(),
                  "-Dsidelight.debug.secret=" + SECRET,
                  "-jar",
                  Settings.agentJar().toString(),
                  "token",
                  "--ttl",
                  "24h")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
