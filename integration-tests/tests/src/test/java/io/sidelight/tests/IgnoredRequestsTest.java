package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IgnoredRequestsTest {

  static List<Target> targets() {
    return Target.newestOfEachLine(new EmbeddedTomcat());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  void request_ignored_hasAnIdAndALineOnlyWhenItFails(Target target) {
    ContractServer server =
        ContractServer.start(target, "ignored", "requests.ignore=/hello,/fail/**");
    try {
      Answer ignored = server.answer(server.http1(), server.request("/hello").build());
      assertThat(ignored.requestId()).matches(RequestIdContract.UUID_V7);
      server.get("/fail/exception");
      server.get("/include");
      assertThat(server.lines("request_completed", ignored.requestId())).isEmpty();
    } finally {
      server.close();
    }
  }
}
