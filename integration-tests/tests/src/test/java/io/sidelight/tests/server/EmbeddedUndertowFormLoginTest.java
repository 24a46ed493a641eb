package io.sidelight.tests.server;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class EmbeddedUndertowFormLoginTest implements FormLoginContract {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.fewerOf(new EmbeddedUndertow());
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
