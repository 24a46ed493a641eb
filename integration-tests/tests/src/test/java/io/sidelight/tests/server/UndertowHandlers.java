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

/** Undertow's core handlers without servlets. */
public final class UndertowHandlers implements ServiceUnderTest {

  private static final String MAIN = "io.sidelight.tests.servers.UndertowHandlersMain";

  @Override
  public String name() {
    return "Undertow, core handlers";
  }

  @Override
  public List<String> versions() {
    return List.of(
        "2.2.0.Final", "2.2.41.Final", "2.3.0.Final", "2.3.27.Final", "2.4.0.Final", "2.4.4.Final");
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
    return UndertowQuirks.ALL;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String core = "io.undertow:undertow-core:" + target.version();
    Path main = ServerSources.compile(MAIN, false, Artifacts.classPath(core));
    return List.of(
        "-cp",
        Artifacts.classPath(List.of(main), core),
        MAIN,
        work.toString(),
        EmbeddedUndertow.PATTERN);
  }
}
