package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Compatibility;
import io.sidelight.tests.harness.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of a JAX-RS application, which is mounted at {@code /shop/api}. */
@SuppressWarnings("NullAway.Init") // before each invocation of the class
abstract class JaxRsContract implements ServerContractPart {

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

  /** The same twice, because RESTEasy remembers what it found. */
  @ParameterizedTest
  @CsvSource({
    "/orders,/orders",
    "/orders/latest,/orders/latest",
    "/orders/7,/orders/{id}",
    "/orders/number/12,/orders/number/{number: \\d+}",
    "/orders/7/items,/orders/{id}/items",
    "/orders/7/items/3,/orders/{id}/items/{item}",
    "/orders/7/items/3/parts/4,/orders/{id}/items/{item}/parts/{part}"
  })
  void route_methodFound_isItsTemplate(String path, String route) {
    for (int i = 0; i < 2; i++) {
      LogLine line = server.get("/shop/api" + path).line();
      assertThat(line.status()).isEqualTo(200);
      assertThat(line.text("route")).isEqualTo(route);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/shop/api/nowhere",
    "/shop/api/orders/number/x",
    "/shop/api/orders/7/items/3/nothing",
    "/shop/elsewhere",
    "/elsewhere"
  })
  void route_nothingFound_noneAndNotThatOfTheErrorPage(String path) {
    LogLine line = server.get(path).line();
    assertThat(line.status()).isEqualTo(404);
    assertThat(line.has("route")).as("%s", line).isFalse();
  }

  @Test
  void route_methodNotAllowed_none() {
    LogLine line =
        server
            .call(
                server
                    .request("/shop/api/orders/7")
                    .delete()
                    .header("X-Request-ID", server.newId()))
            .line();
    assertThat(line.status()).isEqualTo(405);
    assertThat(line.has("route")).as("%s", line).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"fails,500", "conflict,409"})
  void route_methodThrew_isItsTemplate(String name, int status) {
    LogLine line = server.get("/shop/api/orders/" + name).line();
    assertThat(line.status()).isEqualTo(status);
    assertThat(line.text("route")).isEqualTo("/orders/" + name);
  }

  @Test
  void route_answeredByAnotherThread_isItsTemplate() {
    LogLine line = server.get("/shop/api/orders/7/later").line();
    assertThat(line.flag("async")).isTrue();
    assertThat(line.text("route")).isEqualTo("/orders/{id}/later");
  }
}
