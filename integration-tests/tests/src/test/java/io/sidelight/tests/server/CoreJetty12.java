package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Handlers of Jetty 12's core, without servlets. */
final class CoreJetty12 implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.Jetty12CoreMain";

  @Override
  public String name() {
    return "Jetty 12 core handlers";
  }

  @Override
  public List<String> versions() {
    return List.of("12.0.0", "12.0.39", "12.1.0", "12.1.14");
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return Jetty12Quirks.of("core", version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) {
    String libraries =
        Artifacts.classPath(
            "org.eclipse.jetty:jetty-server:" + target.version(),
            "org.eclipse.jetty.http2:jetty-http2-server:" + target.version());
    Path main = ServerSources.compile(MAIN, Map.of(), libraries);
    return List.of(
        "-cp",
        main + File.pathSeparator + libraries,
        MAIN,
        work.toString(),
        EmbeddedJetty12.PATTERN);
  }
}
