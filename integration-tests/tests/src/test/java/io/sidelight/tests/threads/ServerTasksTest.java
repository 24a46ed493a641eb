package io.sidelight.tests.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdk;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedJetty;
import io.sidelight.tests.server.EmbeddedJetty12;
import io.sidelight.tests.server.EmbeddedTomcat;
import io.sidelight.tests.server.EmbeddedUndertow;
import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.server.UndertowHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work that a request hands to its server's own threads: calls made there are the request's. */
final class ServerTasksTest {

  static Stream<Arguments> tasks() {
    Jdk jdk = Jdks.running();
    return Stream.of(
        Arguments.of(TestedRelease.newest(new EmbeddedTomcat(), "11.0", jdk), "/async/start-call"),
        Arguments.of(TestedRelease.newest(new EmbeddedJetty(), "9.4", jdk), "/async/start-call"),
        Arguments.of(TestedRelease.newest(new EmbeddedJetty(), "11.0", jdk), "/async/start-call"),
        Arguments.of(
            TestedRelease.newest(new EmbeddedJetty12("ee10"), "12.1", jdk), "/async/start-call"),
        Arguments.of(TestedRelease.newest(new EmbeddedUndertow(), "2.3", jdk), "/async/start-call"),
        Arguments.of(TestedRelease.newest(new UndertowHandlers(), "2.3", jdk), "/dispatched-call"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tasks")
  void call_onAThreadOfTheServer_isOfTheRequest(TestedRelease target, String path) {
    RunningService server = RunningService.start(target, "tasks");
    try {
      for (int round = 0; round < 3; round++) {
        TracedRequest got = server.get(path);
        assertThat(got.answer().text()).isEqualTo("refused");
        LogLine call = server.lines("dependency_call", got.answer().requestId()).get(0);
        assertThat(call.text("error")).isEqualTo("connect");
        assertThat(call.text("path")).isEqualTo(got.line().text("path"));
        assertThat(got.line().json().path("deps").path("failed").asInt()).isEqualTo(1);
      }
    } finally {
      server.finish();
    }
  }
}
