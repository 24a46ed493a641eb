package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Libraries that make calls by another client: one call of the application is one line. */
final class NestedClientsTest {

  private static final String SPRING_VERSION = "6.2.19";
  private static final Client SPRING =
      new Client(
          "Spring",
          Set.of("jdk", "urlconnection", "apache"),
          "SpringCaller",
          List.of(SPRING_VERSION),
          version ->
              List.of(
                  "org.springframework:spring-webflux:" + version,
                  "org.apache.httpcomponents.client5:httpclient5:5.6.5",
                  "org.apache.httpcomponents.core5:httpcore5-reactive:5.4.4",
                  "org.slf4j:slf4j-nop:1.7.36"),
          Set.of(Client.Trait.SYNC));
  private static final Client FEIGN =
      new Client(
          "Feign",
          Set.of("okhttp", "urlconnection"),
          "FeignCaller",
          List.of("13.6"),
          version -> List.of("io.github.openfeign:feign-okhttp:" + version),
          Set.of(Client.Trait.SYNC));
  private static final Client RETROFIT =
      new Client(
          "Retrofit",
          Set.of("okhttp"),
          "RetrofitCaller",
          List.of("3.0.0"),
          version -> List.of("com.squareup.retrofit2:retrofit:" + version),
          Set.of(Client.Trait.SYNC, Client.Trait.ASYNC));

  @Test
  void spring_onEachClient_isOneLineOfIt() {
    try (Running running = new Running(SPRING)) {
      running.oneLine("urlconnection", spec().via("template-urlconnection"));
      running.oneLine("jdk", spec().via("template-jdk"));
      running.oneLine("apache", spec().via("template-apache"));
      running.oneLine("jdk", spec().via("client-jdk"));
      running.oneLine("apache", spec().via("client-apache"));
      running.oneLine("jdk", spec().via("web-jdk"));
      running.oneLine("apache", spec().via("web-apache"));
    }
  }

  @Test
  void feign_onEachClient_isOneLineOfIt() {
    try (Running running = new Running(FEIGN)) {
      running.oneLine("okhttp", spec());
      running.oneLine("urlconnection", spec().via("urlconnection"));
    }
  }

  @Test
  void retrofit_onOkHttp_isOneLineOfIt() {
    try (Running running = new Running(RETROFIT)) {
      running.oneLine("okhttp", spec());
      running.oneLine("okhttp", spec().mode(CallSpec.Mode.ASYNC));
    }
  }

  private static CallSpec spec() {
    return CallSpec.get(CalledServers.get().url("answer"));
  }

  /** A service that makes its calls by one of the libraries. */
  private static final class Running implements AutoCloseable {

    private final CallingService service;

    Running(Client client) {
      TestedRelease target = TestedRelease.onNewestJdk(client).get(0);
      String slow = "slow.dependency=" + ClientContract.SLOW_MS + "ms";
      service = CallingService.start(target, "nested", slow);
    }

    void oneLine(String client, CallSpec spec) {
      CallResult made = service.make(spec);
      assertThat(made.seen()).contains("status 200");
      assertThat(made.line().text("client")).isEqualTo(client);
      assertThat(made.deps().path("count").asInt()).isEqualTo(1);
      assertThat(made.arrivals()).hasSize(1);
      assertThat(made.arrivals().get(0).requestIds()).containsExactly(made.completed().requestId());
    }

    @Override
    public void close() {
      service.finish();
    }
  }
}
