package io.sidelight.tests.server;

import io.sidelight.tests.harness.Target;
import java.util.List;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class JerseyTest extends JaxRsContract {

  @Parameter Target target;

  static List<Target> targets() {
    return Target.of(new JerseyOnTomcat());
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    use(ContractServer.start(target, "jax-rs"));
  }
}
