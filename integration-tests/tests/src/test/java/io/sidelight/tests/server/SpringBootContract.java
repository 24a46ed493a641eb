package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.LogLine;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Spring Boot application shows of a server: its own ways to answer, and the routes. */
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class SpringBootContract implements ServerContractPart {

  private static RunningService server;

  static void use(RunningService started) {
    server = started;
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
    Compatibility.finished(server.target());
  }

  @Override
  public final RunningService server() {
    return server;
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/7,200",
    "/orders/seven,400",
    "/nowhere,404",
    "/conflict,409",
    "/fails,500",
    "/callable,200",
    "/callable-fails,500",
    "/deferred,200",
    "/deferred-times-out,503"
  })
  void endpoint_answered_isReportedOnce(String path, int status) {
    assertThat(server.get(path).line().status()).isEqualTo(status);
  }

  @Test
  void service_notConfigured_isTheNameOfTheApplication() {
    assertThat(server.get("/orders/7").line().text("service")).isEqualTo("contract-app");
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/7,/orders/{id}",
    "/orders/seven,/orders/{id}",
    "/conflict,/conflict",
    "/fails,/fails",
    "/callable,/callable",
    "/callable-fails,/callable-fails",
    "/deferred,/deferred",
    "/deferred-times-out,/deferred-times-out",
    "/forwarded/7,/forwarded/{id}",
    "/functional/7,/functional/{id}",
    "/gone/long/ago,/gone/**"
  })
  void route_endpointFound_isThePatternOfTheFirst(String path, String route) {
    assertThat(server.get(path).line().text("route")).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"/nowhere,404", "/static/small.txt,200", "/static/none.txt,404"})
  void route_noEndpoint_none(String path, int status) {
    LogLine line = server.get(path).line();
    assertThat(line.status()).isEqualTo(status);
    assertThat(line.has("route")).as("%s", line).isFalse();
  }

  /** Not DELETE, which Jetty's access log takes for GET after Spring Boot's error page. */
  @Test
  void route_methodNotAllowed_none() {
    LogLine line =
        server
            .call(
                server
                    .request("/conflict")
                    .post(ServerContractPart.body(0))
                    .header("X-Request-ID", server.newId()))
            .line();
    assertThat(line.status()).isEqualTo(405);
    assertThat(line.has("route")).as("%s", line).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"/fails", "/callable-fails"})
  void exception_handledByNobody_isReportedWithItsClass(String path) {
    TracedRequest got = server.get(path);
    assertThat(got.line().text("error")).isEqualTo("java.lang.IllegalStateException");
    assertThat(got.line().level()).isEqualTo("ERROR");
  }

  @Test
  void exception_handledByApplication_isNoError() {
    assertThat(server.get("/conflict").line().has("error")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'{\"item\":\"pen\"}',201", "'{broken',400"})
  void body_readByMvc_reachesIt(String body, int status) {
    TracedRequest got =
        server.call(
            server
                .request("/orders")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .header("X-Request-ID", server.newId()));
    assertThat(got.line().status()).isEqualTo(status);
  }

  @Test
  void refused_byServer_isReportedOnce() {
    TracedRequest got =
        server.raw("GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(got.line().status()).isEqualTo(400);
  }
}
