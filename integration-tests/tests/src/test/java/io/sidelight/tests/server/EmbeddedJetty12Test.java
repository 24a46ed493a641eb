package io.sidelight.tests.server;

import io.sidelight.tests.harness.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class EmbeddedJetty12Test extends ServerContract {

  @Parameter Target target;

  static List<Target> targets() {
    return Stream.of(
            Target.of(new EmbeddedJetty12("ee8")),
            Target.fewerOf(new EmbeddedJetty12("ee9")), // has the classes of ee8 but for the names
            Target.of(new EmbeddedJetty12("ee10")),
            Target.of(new EmbeddedJetty12("ee11")))
        .flatMap(List::stream)
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    use(ContractServer.start(target, "contract"));
  }
}
