package io.sidelight.tests.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Load;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Work that a request hands to other threads. Which request those threads are in is what the
 * application reads from inside the agent.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class ThreadsTest {

  private static final int CONNECTIONS = 8;
  private static final int REQUESTS_EACH = 1250;
  private static final String NONE = "-";

  @Parameter TestedRelease target;

  private static RunningService server;

  static Stream<TestedRelease> targets() {
    ServiceUnderTest threads = new ThreadsOnTomcat();
    return Jdks.all().stream().map(jdk -> TestedRelease.newest(threads, "10.1", jdk));
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    // The calls that the application makes to itself are requests of their own.
    server = RunningService.start(target, "threads", "request-id.forward=nowhere.example");
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.finishWithoutAccessLog();
    assertThat(server.jvm().text("stderr")).doesNotContain("left on");
  }

  @Test
  void work_handedOverInAnyWay_isInItsRequest() {
    List<String> kinds = List.of(text("/kinds").split(" "));
    assertThat(kinds).hasSizeGreaterThan(30);
    for (int round = 0; round < 2; round++) {
      for (String kind : kinds) {
        TracedRequest got = server.get("/" + kind);
        String id = got.answer().requestId();
        String seen = kind.startsWith("none-") ? NONE : id;
        assertThat(got.answer().text()).as(kind).isEqualTo(seen + " " + id);
      }
    }
  }

  @Test
  void asyncContextStart_isInItsRequest() {
    TracedRequest got = server.get("/async-start");
    assertThat(got.answer().text()).isEqualTo(got.answer().requestId());
  }

  @Test
  void pool_showsTheApplicationsOwnTasks() {
    assertThat(text("/own-objects")).isEmpty();
  }

  @Test
  void threads_afterTenThousandRequests_areInNone() throws Exception {
    Load.send(server, CONNECTIONS, REQUESTS_EACH);
    assertThat(text("/left")).isEqualTo(NONE);
  }

  private static String text(String path) {
    return server.get(path).answer().text();
  }
}
