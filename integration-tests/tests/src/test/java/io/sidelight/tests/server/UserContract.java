package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who a request is for, on a server started by {@link #setup}: with BASIC login, and all sources of
 * the user in one list.
 */
interface UserContract extends ServerContractPart {

  String NOBODY = "-";
  String ADA = Credentials.basic("ada", "analytical-engine");

  static Setup setup() {
    return Setup.agent("user-id.from=principal,session:user,jwt:sub,header:X-User")
        .after("-Dcontract.login=BASIC");
  }

  @Test
  default void openPage_noLogin_nobodyAndNoSession() {
    TracedRequest got = server().get("/user/open");
    assertThat(user(got)).isEqualTo(NOBODY);
    assertThat(got.answer().headers("Set-Cookie")).isEmpty();
  }

  @Test
  default void openPage_withCredentials_notAuthenticatedForTheAgent() {
    assertThat(user(as(ADA, "/user/open"))).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user/clerk", "/user/clerk-async"})
  default void protectedPage_withCredentials_isTheirs(String path) {
    TracedRequest got = as(ADA, path);
    assertThat(got.line().status()).isEqualTo(200);
    assertThat(user(got)).isEqualTo("ada");
  }

  @Test
  default void protectedPage_overHttp2_isTheirs() {
    Request.Builder request = request("/user/clerk").header("Authorization", ADA);
    assertThat(user(server().call(server().http2(), request))).isEqualTo("ada");
  }

  @Test
  default void protectedPage_wrongPassword_nobody() {
    TracedRequest got = as(Credentials.basic("ada", "difference-engine"), "/user/clerk");
    assertThat(got.line().status()).isEqualTo(401);
    assertThat(user(got)).isEqualTo(NOBODY);
    assertThat(user(server().get("/user/clerk"))).isEqualTo(NOBODY);
  }

  @Test
  default void protectedPage_withoutTheRole_refusedWithTheUser() {
    TracedRequest got = as(ADA, "/user/chief");
    assertThat(got.line().status()).isEqualTo(403);
    assertThat(user(got)).isEqualTo("ada");
  }

  @Test
  default void login_byTheApplication_isTheirsFromThenOn() {
    assertThat(user(server().get("/user/login"))).isEqualTo("ada");
    TracedRequest failed = server().get("/user/login-fails");
    assertThat(failed.line().status()).isEqualTo(500);
    assertThat(user(failed)).isEqualTo("ada");
  }

  @Test
  default void logout_inTheSameRequest_wasTheirs() {
    TracedRequest got = server().get("/user/login-logout");
    assertThat(got.answer().text()).isEqualTo("user null");
    assertThat(user(got)).isEqualTo("ada");
  }

  @Test
  default void connection_keptAliveAfterLogin_nextRequestIsNobodys() {
    server().sending(3);
    try (RawHttp connection = new RawHttp(server().port())) {
      assertThat(user(on(connection, "/user/login", ""))).isEqualTo("ada");
      assertThat(user(on(connection, "/user/open", ""))).isEqualTo(NOBODY);
      assertThat(user(on(connection, "/user/open", "X-User: grace\r\n"))).isEqualTo("grace");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  default void header_sent_isTheUserUnlessSomebodyLogsIn() {
    Request.Builder open = request("/user/open").header("X-User", "grace");
    assertThat(user(server().call(open))).isEqualTo("grace");
    Request.Builder clerk = request("/user/clerk").header("X-User", "grace");
    assertThat(user(server().call(clerk.header("Authorization", ADA)))).isEqualTo("ada");
  }

  @Test
  default void header_sentTwiceOrEmpty_nobody() {
    Request.Builder twice = request("/user/open").addHeader("X-User", "a").addHeader("X-User", "b");
    assertThat(user(server().call(twice))).isEqualTo(NOBODY);
    assertThat(user(server().call(request("/user/open").header("X-User", "")))).isEqualTo(NOBODY);
  }

  @Test
  default void header_onRefusedRequest_isTheUser() {
    TracedRequest got =
        server()
            .raw(
                "GET /a%zz HTTP/1.1\r\nHost: localhost\r\nX-User: grace\r\nConnection: close\r\n"
                    + "\r\n");
    // A few releases of Jetty 9.4 to 11 take a broken escape for text, and find no such page.
    assertThat(got.line().status()).isEqualTo(got.answer().status()).isIn(400, 404);
    assertThat(user(got)).isIn("grace", NOBODY);
  }

  @Test
  default void token_withTheClaim_isTheUser() {
    assertThat(user(as(bearer("{\"iat\":1,\"sub\":\"grace\"}"), "/user/open"))).isEqualTo("grace");
    assertThat(user(as(bearer("{\"sub\":4711}"), "/user/open"))).isEqualTo("4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "Bearer a.b.c", "Bearer ..", "Bearer e30.!.x", "Basic %%%"})
  default void token_thatIsNone_nobody(String authorization) {
    assertThat(user(as(authorization, "/user/open"))).isEqualTo(NOBODY);
  }

  @Test
  default void session_ofALaterRequest_isTheUsersToTheEnd() {
    TracedRequest first = server().get("/user/remember?user=lin");
    assertThat(user(first)).isEqualTo("lin");
    String cookie = cookie(first);
    assertThat(user(with(cookie, "/user/recall"))).isEqualTo("lin");
    TracedRequest last = with(cookie, "/user/forget");
    assertThat(last.answer().text()).isEqualTo("forgotten");
    assertThat(user(last)).isEqualTo("lin");
    assertThat(user(with(cookie, "/user/recall"))).isEqualTo(NOBODY);
  }

  @Test
  default void session_withAnObject_nobodyAndNothingOfIt() {
    TracedRequest got = server().get("/user/remember?object");
    assertThat(user(got)).isEqualTo(NOBODY);
    assertThat(server().jvm().lines()).noneMatch(line -> line.raw().contains("4711-object"));
  }

  private static String user(TracedRequest got) {
    return got.line().text("user_id");
  }

  private static String cookie(TracedRequest got) {
    List<String> cookies = got.answer().headers("Set-Cookie");
    assertThat(cookies).hasSize(1);
    return cookies.get(0).substring(0, cookies.get(0).indexOf(';'));
  }

  private static String bearer(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return "Bearer e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".c2ln";
  }

  private Request.Builder request(String path) {
    return server().request(path).header("X-Request-ID", server().newId());
  }

  private TracedRequest as(String authorization, String path) {
    return server().call(request(path).header("Authorization", authorization));
  }

  private TracedRequest with(String cookie, String path) {
    return server().call(request(path).header("Cookie", cookie));
  }

  private TracedRequest on(RawHttp connection, String path, String header) throws IOException {
    connection.send(
        "GET " + server().path(path) + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n");
    return server().trace(connection.receive(true));
  }
}
