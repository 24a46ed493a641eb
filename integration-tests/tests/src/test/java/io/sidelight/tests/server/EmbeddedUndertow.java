package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Undertow's servlets, started by a main of the tests. */
public final class EmbeddedUndertow implements ServiceUnderTest {

  /** {@link AccessLog#PATTERN} in Undertow's words, with microseconds. */
  static final String PATTERN = "%{o,X-Request-ID} %s %B %{RESPONSE_TIME_MICROS} %m %U";

  private static final String MAIN = "io.sidelight.tests.servers.UndertowServletMain";

  @Override
  public String name() {
    return "Undertow, embedded";
  }

  /** The servlets of 2.4 are not released yet. */
  @Override
  public List<String> versions() {
    return List.of("2.2.0.Final", "2.2.40.Final", "2.3.0.Final", "2.3.26.Final");
  }

  @Override
  public List<String> versionsBetween() {
    return List.of(
        "2.2.8.Final",
        "2.2.17.Final",
        "2.2.24.Final",
        "2.2.32.Final",
        "2.3.5.Final",
        "2.3.10.Final",
        "2.3.15.Final",
        "2.3.20.Final",
        "2.3.23.Final");
  }

  @Override
  public boolean believesForwarded() {
    return true;
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("2.2.");
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return UndertowQuirks.ALL;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String servlets = "io.undertow:undertow-servlet:" + target.version();
    String classPath = Artifacts.classPath(List.of(target.application()), servlets);
    Path main = ServerSources.compile(MAIN, target.javax(), classPath);
    Path files = work.resolve("files");
    StaticFiles.write(files);
    return List.of(
        "-cp",
        Artifacts.classPath(List.of(main, target.application()), servlets),
        MAIN,
        work.toString(),
        files.toString(),
        PATTERN);
  }
}
