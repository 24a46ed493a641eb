package io.sidelight.tests.client;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JettyClientTest extends ClientContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.fewerOf(Client.JETTY);
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(target);
  }
}
