package io.sidelight.tests.server;

import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Spring Boot application with Undertow: 2.2 in 2.7, 2.3 in 3.5. */
final class SpringBootOnUndertow implements ServiceUnderTest {

  @Override
  public String name() {
    return "Spring Boot with Undertow";
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
    return Set.of(Quirk.REFUSALS_NOT_IN_ACCESS_LOG);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    List<String> command = new ArrayList<>(BootApplication.withServer(target, work, "undertow"));
    command.addAll(
        List.of(
            "--server.undertow.accesslog.enabled=true",
            "--server.undertow.accesslog.dir=" + work.resolve("logs"),
            "--server.undertow.accesslog.prefix=access.",
            "--server.undertow.accesslog.suffix=log",
            "--server.undertow.accesslog.rotate=false",
            "--server.undertow.options.server.record-request-start-time=true",
            "--server.undertow.accesslog.pattern=%{o,X-Request-ID} %s %B %D %m %U"));
    return command;
  }
}
