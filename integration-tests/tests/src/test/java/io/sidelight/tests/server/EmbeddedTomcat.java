package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Tomcat started by a main of the contract application. */
public final class EmbeddedTomcat implements ServiceUnderTest {

  @Override
  public String name() {
    return "Tomcat, embedded";
  }

  /** The first release of each line that starts, and the newest one. */
  @Override
  public List<String> versions() {
    return List.of(
        "8.5.4", "8.5.100", "9.0.1", "9.0.121", "10.1.0", "10.1.59", "11.0.0", "11.0.25");
  }

  /**
   * Not 8.5.9: its access log, and so the agent, has one 400 more than the suite sent; not yet
   * known why.
   */
  @Override
  public List<String> versionsBetween() {
    return List.of(
        "8.5.11", "8.5.20", "8.5.32", "8.5.41", "8.5.51", "8.5.65", "8.5.78", "8.5.89", "9.0.10",
        "9.0.20", "9.0.31", "9.0.43", "9.0.58", "9.0.71", "9.0.83", "9.0.98", "9.0.107", "10.1.5",
        "10.1.13", "10.1.24", "10.1.33", "10.1.42", "10.1.50", "11.0.2", "11.0.6", "11.0.10",
        "11.0.14", "11.0.20");
  }

  @Override
  public boolean believesForwarded() {
    return true;
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("8.") || version.startsWith("9.");
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.of(version);
  }

  public static String classPath(TestedRelease target) {
    return Artifacts.classPath(
        List.of(target.application()),
        "org.apache.tomcat.embed:tomcat-embed-core:" + target.version());
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path files = work.resolve("files");
    StaticFiles.write(files);
    return List.of(
        "-cp",
        classPath(target),
        "io.sidelight.tests.app.EmbeddedTomcatMain",
        work.toString(),
        files.toString(),
        AccessLog.PATTERN);
  }
}
