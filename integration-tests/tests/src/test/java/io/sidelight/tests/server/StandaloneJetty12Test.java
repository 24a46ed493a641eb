package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class StandaloneJetty12Test extends ServerContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return Stream.of("ee8", "ee10")
        .flatMap(environment -> TestedRelease.of(new StandaloneJetty12(environment)).stream())
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    use(RunningService.start(target, "contract"));
  }

  @Test
  void service_notConfigured_isTheFolderOfTheInstance() {
    assertThat(server().get("/hello").line().text("service")).isEqualTo("base");
  }
}
