package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.TestedRelease;
import java.util.List;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
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
final class SpringSecurityFiltersTest {

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new SpringSecurityFilters());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server = RunningService.start(target, "filters");
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @ParameterizedTest
  @CsvSource({"/open,200,-", "/clerk,401,-"})
  void anonymous_anyPage_nobody(String path, int status, String user) {
    TracedRequest got = server.call(request(path));
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(user(got)).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource({"/open,200", "/clerk,200", "/chief,403"})
  void basic_anyPage_isTheirs(String path, int status) {
    String credentials = Credentials.basic("ada", "analytical-engine");
    TracedRequest got = server.call(request(path).header("Authorization", credentials));
    assertThat(got.line().status()).isEqualTo(status);
    assertThat(user(got)).isEqualTo("ada");
  }

  @Test
  void form_filledIn_isTheirsFromTheLoginToTheLogout() {
    Request.Builder form =
        request("/login")
            .post(
                new FormBody.Builder()
                    .add("username", "ada")
                    .add("password", "analytical-engine")
                    .build());
    TracedRequest login = server.call(form);
    assertThat(login.line().status()).isEqualTo(302);
    assertThat(user(login)).isEqualTo("ada");
    List<String> cookies = login.answer().headers("Set-Cookie");
    String cookie = cookies.get(cookies.size() - 1);
    cookie = cookie.substring(0, cookie.indexOf(';'));

    assertThat(user(server.call(request("/clerk").header("Cookie", cookie)))).isEqualTo("ada");
    assertThat(user(server.call(request("/logout").header("Cookie", cookie)))).isEqualTo("ada");
    assertThat(user(server.call(request("/clerk").header("Cookie", cookie)))).isEqualTo("-");
  }

  private static Request.Builder request(String path) {
    return server.request(path).header("X-Request-ID", server.newId());
  }

  private static String user(TracedRequest got) {
    return got.line().text("user_id");
  }
}
