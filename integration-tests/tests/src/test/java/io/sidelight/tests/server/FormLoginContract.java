package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.Setup;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/**
 * Who a request is for, on a server started by {@link #setup}: with a login form and the session
 * that goes with it, and users hashed. At level DEBUG, so that headers are written too.
 */
interface FormLoginContract extends ServerContractPart {

  String NOBODY = "-";

  /** First 128 bits of HMAC-SHA-256 with the key "k-of-the-contract". */
  String ADA = "796c80f0fcffdc40a425481f62098250";

  String GRACE = "ef0e52bfb649c2a3ca4dd3cb8b921692";

  static Setup setup() {
    return Setup.agent(
            "user-id.from=principal,header:X-User",
            "user-id.hash=true",
            "user-id.hash-key=k-of-the-contract",
            "level=DEBUG")
        .after("-Dcontract.login=FORM");
  }

  @Test
  default void form_filledIn_isTheirsFromTheLoginToTheLogout() {
    TracedRequest asked = server().get("/user/clerk");
    assertThat(asked.answer().text()).isEqualTo("log in");
    assertThat(user(asked)).isEqualTo(NOBODY);
    String cookie = cookie(asked, "");

    TracedRequest login = server().call(login("analytical-engine", cookie));
    assertThat(login.line().status()).isIn(302, 303);
    boolean named = !server().target().has(Quirk.FORM_LOGIN_HAS_NO_PRINCIPAL);
    assertThat(user(login)).isEqualTo(named ? ADA : NOBODY);
    cookie = cookie(login, cookie);

    TracedRequest page = with(cookie, "/user/clerk");
    cookie = cookie(page, cookie);
    assertThat(page.answer().text()).isEqualTo("user ada");
    assertThat(user(page)).isEqualTo(ADA);

    TracedRequest logout = with(cookie, "/user/logout");
    assertThat(logout.answer().text()).isEqualTo("user null");
    assertThat(user(logout)).isIn(ADA, NOBODY);
    assertThat(user(with(cookie, "/user/open"))).isEqualTo(NOBODY);
  }

  @Test
  default void form_wrongPassword_nobody() {
    String cookie = cookie(server().get("/user/clerk"), "");
    TracedRequest login = server().call(login("difference-engine", cookie));
    assertThat(user(login)).isEqualTo(NOBODY);
  }

  @Test
  default void header_hashed_masksTheHeaderToo() {
    TracedRequest got =
        server()
            .call(
                server()
                    .request("/user/open")
                    .header("X-Request-ID", server().newId())
                    .header("X-User", "grace-in-clear"));
    assertThat(user(got)).isEqualTo(GRACE);
    assertThat(server().lines("request_started", got.answer().requestId()))
        .allSatisfy(line -> assertThat(line.text("user_id")).isEqualTo(GRACE))
        .hasSize(1);
    assertThat(server().jvm().lines()).noneMatch(line -> line.raw().contains("grace-in-clear"));
  }

  @Test
  default void key_ofTheHash_isNowhere() {
    assertThat(server().jvm().lines()).noneMatch(line -> line.raw().contains("k-of-the-contract"));
  }

  private static String user(TracedRequest got) {
    return got.line().text("user_id");
  }

  /** The one that the response sets, else the one before. */
  private static String cookie(TracedRequest got, String before) {
    List<String> cookies = got.answer().headers("Set-Cookie");
    return cookies.isEmpty() ? before : cookies.get(0).substring(0, cookies.get(0).indexOf(';'));
  }

  private TracedRequest with(String cookie, String path) {
    return server()
        .call(
            server()
                .request(path)
                .header("X-Request-ID", server().newId())
                .header("Cookie", cookie));
  }

  private Request.Builder login(String password, String cookie) {
    return server()
        .request("/j_security_check")
        .post(new FormBody.Builder().add("j_username", "ada").add("j_password", password).build())
        .header("X-Request-ID", server().newId())
        .header("Cookie", cookie);
  }
}
