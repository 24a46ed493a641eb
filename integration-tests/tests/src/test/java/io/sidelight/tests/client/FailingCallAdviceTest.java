package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CallSpec.Mode;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Load;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.RewrittenJar;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.threads.ThreadsOnTomcat;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With advice in the clients, or in the JDK's pools and futures, that throws whenever it is called,
 * the application sees what it sees without the agent.
 */
final class FailingCallAdviceTest {

  /** More than an instrumentation is given. */
  private static final int ROUNDS = 4;

  private static final String ROOT = "io/sidelight/instrumentation/";

  @TempDir Path folder;

  static Stream<Arguments> clients() {
    return Stream.of(
            Arguments.of(Client.JDK, "jdkhttp"),
            Arguments.of(Client.URL_CONNECTION, "urlconnection"),
            Arguments.of(Client.OKHTTP, "okhttp"),
            Arguments.of(Client.JETTY, "jettyclient"),
            Arguments.of(Client.APACHE_4, "apachehttp"),
            Arguments.of(Client.APACHE_4_ASYNC, "apachehttp"),
            Arguments.of(Client.APACHE_5, "apachehttp"),
            Arguments.of(Client.APACHE_5_ASYNC, "apachehttp"))
        .flatMap(
            each ->
                Stream.of(IllegalStateException.class, NoSuchMethodError.class)
                    .map(error -> Arguments.of(each.get()[0], each.get()[1], error)));
  }

  @ParameterizedTest(name = "{0}: {1} throws {2}")
  @MethodSource("clients")
  void clientAdvice_throwing_changesNothingAndIsTold(
      Client client, String packageName, Class<?> error) {
    List<TestedRelease> targets = TestedRelease.onNewestJdk(client);
    TestedRelease target = targets.get(targets.size() - 1);
    String suite = "advice-" + packageName + "-" + error.getSimpleName();
    CallingService service =
        CallingService.start(target, suite, Setup.agent(broken(packageName, error)));
    try {
      for (int round = 0; round < ROUNDS; round++) {
        hold(service, client, target);
      }
    } finally {
      service.close();
    }
    List<LogLine> lines = service.server().jvm().lines();
    service.server().jvm().checkStreams();
    assertThat(lines)
        .filteredOn(line -> line.event().equals("instrumentation_disabled"))
        .isNotEmpty();
    assertThat(lines)
        .filteredOn(line -> line.event().equals("request_completed"))
        .extracting(LogLine::requestId)
        .doesNotHaveDuplicates()
        .hasSizeGreaterThanOrEqualTo(ROUNDS);
  }

  private static void hold(CallingService service, Client client, TestedRelease target) {
    CalledServers other = CalledServers.get();
    for (Mode mode : Mode.values()) {
      Client.Trait trait = mode == Mode.ASYNC ? Client.Trait.ASYNC : Client.Trait.SYNC;
      if (client.has(trait, target.version())) {
        service.makeWithoutLines(CallSpec.get(other.url("answer")).mode(mode));
        service.makeWithoutLines(
            CallSpec.get(other.url("answer")).method("POST").body("x").mode(mode));
        service.makeWithoutLines(
            CallSpec.get(other.url("redirect?to=" + other.url("answer"))).follow().mode(mode));
        service.makeWithoutLines(CallSpec.get(other.refused()).mode(mode));
        service.makeWithoutLines(CallSpec.get(other.unknown()).mode(mode));
        service.makeWithoutLines(CallSpec.get(other.fault("reset-mid-body")).fresh().mode(mode));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoSuchMethodError.class})
  void threadAdvice_throwing_changesNothingAndIsTold(Class<?> error) throws Exception {
    TestedRelease target = TestedRelease.newest(new ThreadsOnTomcat(), "10.1", Jdks.newest());
    RunningService server =
        RunningService.open(
            target,
            "advice-concurrent-" + error.getSimpleName(),
            Setup.agent(broken("concurrent", error)));
    try {
      for (String kind : answer(server, "/kinds").text().split(" ")) {
        // The work is done, whomever it is put down to.
        assertThat(answer(server, "/" + kind).status()).as(kind).isEqualTo(200);
      }
      // All objects are the application's own; its hooks know no request, of course.
      assertThat(answer(server, "/own-objects").text()).isEqualTo("request in hooks");
      Load.send(server, 4, 100);
    } finally {
      server.close();
    }
    server.jvm().checkStreams();
    assertThat(server.jvm().lines())
        .filteredOn(line -> line.event().equals("instrumentation_disabled"))
        .extracting(line -> line.text("instrumentation"))
        .containsExactly("concurrent");
  }

  private static Answer answer(RunningService server, String path) {
    return server.answer(server.http1(), server.request(path).build());
  }

  private Path broken(String packageName, Class<?> error) {
    BiPredicate<String, String> fails =
        (type, method) -> type.startsWith(ROOT + packageName + "/") && type.endsWith("Advice");
    return RewrittenJar.make(folder, fails, error);
  }
}
