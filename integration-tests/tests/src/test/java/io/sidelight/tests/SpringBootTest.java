package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class SpringBootTest implements HasServer {

  private static ContractServer server;

  @Parameter Target target;

  static List<Target> targets() {
    return Target.of(new SpringBoot());
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    server = ContractServer.start(target, "contract");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
    Compatibility.finished(server.target());
  }

  @Override
  public ContractServer server() {
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

  @ParameterizedTest
  @CsvSource({"/fails", "/callable-fails"})
  void exception_handledByNobody_isReportedWithItsClass(String path) {
    Traced got = server.get(path);
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
    Traced got =
        server.call(
            server
                .request("/orders")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .header("X-Request-ID", server.newId()));
    assertThat(got.line().status()).isEqualTo(status);
  }

  @Test
  void refused_byServer_isReportedOnce() {
    Traced got = server.raw("GET /a%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(got.line().status()).isEqualTo(400);
  }
}
