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

/** GlassFish (Grizzly), which only the servlet fallback knows, embedded with a deployed WAR. */
final class GlassFish implements ServiceUnderTest {

  @Override
  public String name() {
    return "GlassFish, embedded";
  }

  @Override
  public List<String> versions() {
    return List.of("7.0.25");
  }

  @Override
  public boolean javax(String version) {
    return false;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return Set.of(Quirk.SERVLETS_ONLY, Quirk.LOSES_EARLY_DISPATCHES);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    String main = "io.sidelight.tests.servers.GlassFishMain";
    Path server =
        Artifacts.file("org.glassfish.main.extras:glassfish-embedded-all:" + target.version());
    Path compiled = ServerSources.compile(main, target.javax(), server.toString());
    StaticFiles.writeWar(target, work.resolve("contract"));
    return List.of(
        "-Djava.io.tmpdir=" + work,
        "-Dcontract.dispatch-itself=true",
        "-cp",
        Artifacts.join(List.of(compiled, server)),
        main,
        work.toString(),
        work.resolve("contract").toString());
  }
}
