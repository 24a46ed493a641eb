package io.sidelight.tests.server;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class EmbeddedJetty12Test extends ServerContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return Stream.of(
            TestedRelease.of(new EmbeddedJetty12("ee8")),
            TestedRelease.fewerOf(
                new EmbeddedJetty12("ee9")), // has the classes of ee8 but for the names
            TestedRelease.of(new EmbeddedJetty12("ee10")),
            TestedRelease.of(new EmbeddedJetty12("ee11")))
        .flatMap(List::stream)
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(RunningService.start(target, "contract"));
  }
}
