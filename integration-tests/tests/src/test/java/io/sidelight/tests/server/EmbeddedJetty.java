package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Jetty 9.4 to 11, started by a main of its own, with servlets in one context. */
public final class EmbeddedJetty implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.EmbeddedJettyMain";

  @Override
  public String name() {
    return "Jetty, embedded";
  }

  @Override
  public List<String> versions() {
    return List.of("9.4.0.v20161208", "9.4.58.v20250814", "10.0.0", "10.0.26", "11.0.0", "11.0.26");
  }

  @Override
  public List<String> versionsBetween() {
    return List.of(
        "9.4.6.v20170531",
        "9.4.12.v20180830",
        "9.4.18.v20190429",
        "9.4.21.v20190926",
        "9.4.26.v20200117",
        "9.4.31.v20200723",
        "9.4.40.v20210413",
        "9.4.48.v20220622",
        "9.4.53.v20231009",
        "10.0.4",
        "10.0.9",
        "10.0.13",
        "10.0.18",
        "10.0.22",
        "11.0.4",
        "11.0.9",
        "11.0.13",
        "11.0.18",
        "11.0.22");
  }

  @Override
  public boolean believesForwarded() {
    return true;
  }

  @Override
  public boolean javax(String version) {
    return !version.startsWith("11.");
  }

  @Override
  public boolean logsAfterAgent() {
    return true;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return JettyQuirks.of(version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path files = work.resolve("files");
    StaticFiles.write(files);
    return List.of("-cp", classPath(target, MAIN), MAIN, work.toString(), files.toString());
  }

  /** The main, the contract application and Jetty. */
  public static String classPath(TestedRelease target, String main) {
    String[] jetty = {
      "org.eclipse.jetty:jetty-webapp:" + target.version(),
      "org.eclipse.jetty.http2:http2-server:" + target.version()
    };
    Path compiled =
        ServerSources.compile(
            main, target.javax(), Artifacts.classPath(List.of(target.application()), jetty));
    return Artifacts.classPath(List.of(compiled, target.application()), jetty);
  }
}
