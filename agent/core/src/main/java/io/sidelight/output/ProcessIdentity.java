package io.sidelight.output;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The process that writes the lines, for the platforms that ask for it. Nothing is looked up in the
 * network: a host whose name neither the environment nor the kernel has at hand is left out.
 * Immutable.
 */
final class ProcessIdentity {

  private static final String KERNEL_NAME = "/proc/sys/kernel/hostname";
  private static final int MAX_LENGTH = 255;

  private final @Nullable String host;
  private final long pid;
  private final @Nullable String project;

  /**
   * @param project ID of the Google Cloud project that it runs in, null if that is not known
   */
  ProcessIdentity(@Nullable String host, long pid, @Nullable String project) {
    this.host = host;
    this.pid = pid;
    this.project = project;
  }

  /** Reads the environment, and on Linux a file of the kernel; takes well below a millisecond. */
  static ProcessIdentity ofThisJvm() {
    try {
      String host = variable("HOSTNAME");
      host = host == null ? variable("COMPUTERNAME") : host;
      return new ProcessIdentity(
          host == null ? kernelName() : host,
          ProcessHandle.current().pid(),
          variable("GOOGLE_CLOUD_PROJECT"));
    } catch (SecurityException e) {
      return new ProcessIdentity(null, 0, null);
    }
  }

  @Nullable String host() {
    return host;
  }

  /** 0 if it is not known. */
  long pid() {
    return pid;
  }

  @Nullable String project() {
    return project;
  }

  private static @Nullable String variable(String name) {
    return usable(System.getenv(name));
  }

  private static @Nullable String kernelName() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(KERNEL_NAME), StandardCharsets.UTF_8))) {
      return usable(in.readLine());
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable String usable(@Nullable String text) {
    String name = text == null ? "" : text.trim();
    return name.isEmpty() || name.length() > MAX_LENGTH ? null : name;
  }
}
