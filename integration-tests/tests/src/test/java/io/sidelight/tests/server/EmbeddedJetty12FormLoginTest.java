package io.sidelight.tests.server;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class EmbeddedJetty12FormLoginTest implements FormLoginContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  /** Not ee10 of 12.0.0: it sends the browser to the page with the form instead of showing it. */
  static List<TestedRelease> targets() {
    return Stream.of("ee8", "ee9", "ee10", "ee11")
        .flatMap(environment -> TestedRelease.fewerOf(new EmbeddedJetty12(environment)).stream())
        .filter(target -> !target.toString().startsWith("Jetty 12 ee10, embedded 12.0.0"))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "form", FormLoginContract.setup());
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @Override
  public RunningService server() {
    return server;
  }
}
