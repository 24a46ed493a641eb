package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.RawHttp;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a request is for where Spring Security decides it, with the default options. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class SpringSecurityTest {

  private static final String NOBODY = "-";
  private static final String ADA = Credentials.basic("ada", "analytical-engine");
  private static final String KEY = "a key of 32 bytes or more for HS256";

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new SpringSecurity());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "security");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/open/who", "/clerk", "/nowhere", "/open/prepares"})
  void anonymous_anyPage_nobodyAndNoSessionOfOurs(String path) {
    TracedRequest got = server.get(path);
    assertThat(user(got)).isEqualTo(NOBODY);
    if (path.startsWith("/open")) {
      assertThat(got.answer().headers("Set-Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/open", "/clerk", "/chief", "/callable", "/deferred", "/fails", "/borrows"})
  void basic_anyPage_isTheirs(String path) {
    assertThat(user(as(ADA, path))).isEqualTo("ada");
  }

  @Test
  void basic_wrongPassword_nobody() {
    TracedRequest got = as(Credentials.basic("ada", "difference-engine"), "/clerk");
    assertThat(got.line().status()).isEqualTo(401);
    assertThat(user(got)).isEqualTo(NOBODY);
  }

  @Test
  void basic_withoutTheRole_refusedWithTheUser() {
    TracedRequest got = as(ADA, "/chief");
    assertThat(got.line().status()).isEqualTo(403);
    assertThat(user(got)).isEqualTo("ada");
  }

  @Test
  void form_filledIn_isTheirsFromTheLoginToTheLogout() {
    TracedRequest login = server.call(login("analytical-engine"));
    assertThat(login.line().status()).isEqualTo(302);
    assertThat(user(login)).isEqualTo("ada");
    String cookie = cookie(login);

    TracedRequest page = with(cookie, "/clerk");
    assertThat(page.answer().text()).isEqualTo("user ada");
    assertThat(user(page)).isEqualTo("ada");
    assertThat(user(with(cookie, "/open/who"))).isEqualTo("ada");
    // Before 5.8 the session is loaded for every page; since then Spring MVC asks, at its end.
    assertThat(user(with(cookie, "/open"))).isEqualTo("ada");

    Request.Builder logout = request("/logout").header("Cookie", cookie);
    assertThat(user(server.call(logout.post(new FormBody.Builder().build())))).isEqualTo("ada");
    assertThat(user(with(cookie, "/clerk"))).isEqualTo(NOBODY);
  }

  @Test
  void form_wrongPassword_nobody() {
    assertThat(user(server.call(login("difference-engine")))).isEqualTo(NOBODY);
  }

  @Test
  void token_signed_isItsSubjects() throws GeneralSecurityException {
    TracedRequest got = as("Bearer " + token(KEY), "/clerk");
    assertThat(got.answer().text()).isEqualTo("user grace");
    assertThat(user(got)).isEqualTo("grace");
  }

  @Test
  void token_signedByAnother_nobody() throws GeneralSecurityException {
    TracedRequest got = as("Bearer " + token("another key of 32 bytes or more"), "/clerk");
    assertThat(got.line().status()).isEqualTo(401);
    assertThat(user(got)).isEqualTo(NOBODY);
  }

  @Test
  void ownLogin_toTheThreadsContext_isTheirs() {
    assertThat(user(server.get("/open/own-login"))).isEqualTo("lin");
  }

  @Test
  void ownLogin_ofAnObject_nobodyAndNothingOfIt() {
    assertThat(user(server.get("/open/own-login-object"))).isEqualTo(NOBODY);
    assertThat(server.jvm().lines()).noneMatch(line -> line.raw().contains("4711-object"));
  }

  @Test
  void ownContext_setAndTaken_notAskedWhoIsThere() {
    TracedRequest got = server.get("/open/own-context");
    assertThat(got.answer().text()).isEqualTo("asked 0");
    assertThat(user(got)).isEqualTo(NOBODY);
  }

  @Test
  void connection_keptAliveAfterLogin_nextRequestIsNobodys() throws IOException {
    server.sending(2);
    try (RawHttp connection = new RawHttp(server.port())) {
      assertThat(user(on(connection, "Authorization: " + ADA + "\r\n"))).isEqualTo("ada");
      assertThat(user(on(connection, ""))).isEqualTo(NOBODY);
    }
  }

  private static String user(TracedRequest got) {
    return got.line().text("user_id");
  }

  private static String cookie(TracedRequest got) {
    List<String> cookies = got.answer().headers("Set-Cookie");
    return cookies.get(0).substring(0, cookies.get(0).indexOf(';'));
  }

  private static Request.Builder request(String path) {
    return server.request(path).header("X-Request-ID", server.newId());
  }

  private static TracedRequest as(String authorization, String path) {
    return server.call(request(path).header("Authorization", authorization));
  }

  private static TracedRequest with(String cookie, String path) {
    return server.call(request(path).header("Cookie", cookie));
  }

  private static Request.Builder login(String password) {
    return request("/login")
        .post(new FormBody.Builder().add("username", "ada").add("password", password).build());
  }

  private static TracedRequest on(RawHttp connection, String header) throws IOException {
    connection.send("GET /open HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n");
    return server.trace(connection.receive(true));
  }

  private static String token(String key) throws GeneralSecurityException {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString("{\"sub\":\"grace\"}".getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + base64.encodeToString(signature);
  }
}
