package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Spring Boot application with Jetty: 9.4 in 2.7, 12.0 with the servlets of ee10 in 3.5. */
final class SpringBootOnJetty implements ServiceUnderTest {

  @Override
  public String name() {
    return "Spring Boot with Jetty";
  }

  @Override
  public List<String> versions() {
    return List.of("2.7.18", "3.5.16");
  }

  @Override
  public boolean javax(String version) {
    return BootApplication.javax(version);
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return javax(version) ? Set.of() : Jetty12Quirks.of("ee10", "12.0.");
  }

  /** Without durations: this log takes them while it writes, when Sidelight has taken its own. */
  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path log = work.resolve(AccessLog.FILE);
    Files.createDirectories(log.getParent());
    List<String> command = new ArrayList<>(BootApplication.withServer(target, work, "jetty"));
    command.addAll(
        List.of(
            "--server.jetty.accesslog.enabled=true",
            "--server.jetty.accesslog.filename=" + log,
            "--server.jetty.accesslog.custom-format=%{X-Request-ID}o %s %O 0 %m %U"));
    return command;
  }
}
