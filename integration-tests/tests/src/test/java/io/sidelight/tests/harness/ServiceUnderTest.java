package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A kind of server that the contract is checked on: what it is made of, how it is started, and
 * where it is known to go its own way. One class for each, without state.
 */
public interface ServiceUnderTest {

  /** How it is called in the compatibility table, such as {@code Tomcat, embedded}. */
  String name();

  /** The oldest and the newest supported release of each line, in this order. */
  List<String> versions();

  /** Releases between those, which only the whole matrix runs. */
  default List<String> versionsBetween() {
    return List.of();
  }

  /** What releases have in common that are one row of the compatibility table. */
  default String line(String version) {
    return TestedRelease.line(version);
  }

  /** Which table it is in: a library that a service uses stands for itself. */
  default String kind() {
    return Compatibility.SERVER;
  }

  /** Whether the server itself supports this Java version. */
  default boolean runsOn(String version, int javaFeature) {
    return true;
  }

  /** Whether applications see {@code javax.servlet}; {@code jakarta.servlet} otherwise. */
  boolean javax(String version);

  /**
   * Lays the server out in an empty work folder.
   *
   * <p>It has to write {@value AccessLog#FILE} there, in the form of {@link AccessLog#PATTERN}.
   *
   * @return the command line after the options of the JVM
   */
  List<String> command(TestedRelease target, Path work) throws IOException;

  /**
   * Waits until the server takes requests; by default for the file that an embedded main writes.
   */
  default int awaitPort(AgentJvm jvm, Path work) {
    Path file = work.resolve("port");
    return jvm.await(
        "the port",
        () -> {
          try {
            return Files.exists(file) ? Integer.valueOf(Files.readString(file)) : null;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Where the application is mounted, empty or with a leading slash. */
  default String contextPath() {
    return "";
  }

  /** Whether applications are told the address of a {@code X-Forwarded-For} header. */
  default boolean believesForwarded() {
    return false;
  }

  /** How many units of the access log's duration a millisecond has. */
  default double durationUnits(String version) {
    return 1;
  }

  /**
   * Whether the server takes the time of its access log after the agent has written its line, which
   * the access log then counts in.
   */
  default boolean logsAfterAgent() {
    return false;
  }

  /** What the server does differently, with and without the agent. */
  default Set<Quirk> quirks(String version) {
    return Set.of();
  }
}
