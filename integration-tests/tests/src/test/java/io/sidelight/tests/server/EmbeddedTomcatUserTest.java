package io.sidelight.tests.server;

import io.sidelight.tests.harness.Target;
import java.util.List;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class EmbeddedTomcatUserTest implements UserContract {

  private static ContractServer server;

  @Parameter Target target;

  static List<Target> targets() {
    return Target.fewerOf(new EmbeddedTomcat());
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    server = ContractServer.start(target, "basic", UserContract.setup());
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @Override
  public ContractServer server() {
    return server;
  }
}
