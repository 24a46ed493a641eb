package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class StandaloneTomcatTest extends ServerContract {

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new StandaloneTomcat());
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
