package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that tries to break a line, a terminal or a secret out of it. */
interface HostileContract extends ServerContractPart {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a%0d%0a%7b%22event%22:%22forged%22%7d",
        "/a%1b%5b2J%e2%80%a8%c2%85",
        "/a%ff%fe%c0%ae",
        "/hello;jsessionid=0123456789ABCDEF",
        "/caf%c3%a9/%F0%9F%98%80",
        "/hello?a%0d%0ab=1&%1b%5b31m=2&%ff%fe=3&=&&%zz=4"
      })
  default void target_withEncodedControls_cannotBreakALine(String target) {
    TracedRequest got = server().raw(request(target, "Accept: */*"));
    assertThat(got.line().raw()).doesNotContain("0123456789ABCDEF");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a\u001b[2Jb", "/a\u00ff\u00feb", "/a\"b", "/a\\b", "/a\u0000b", "/a\u007fb"})
  default void target_withRawControls_cannotBreakALine(String target) {
    server().raw(request(target, "Accept: */*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Odd: \u001b[2J\u00ff\u00fe",
        "User-Agent: a\u0085b\"\\}",
        "traceparent: \u00ff00-zz",
        "X-Request-Id: \u001b",
        "Content-Type: text/\u00e9"
      })
  default void header_withControls_cannotBreakALine(String header) {
    server().raw(request("/hello", header));
  }

  @Test
  default void secrets_inHeadersPathAndQuery_areNotWritten() {
    String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzZWNyZXQifQ.c2VjcmV0LXNpZ25hdHVyZS1oZXJl";
    TracedRequest got =
        server()
            .raw(
                request(
                    "/hello/" + jwt + "?token=query-hunter2&password=query-hunter2",
                    "Authorization: Bearer header-hunter2\r\nCookie: sid=cookie-hunter2"));
    assertThat(got.line().raw()).doesNotContain("c2VjcmV0");
    assertThat(got.line().raw()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /hello?password=refused-hunter2|{}<> HTTP/1.1\r\nHost: localhost\r\n",
        "GET /hello?password=refused-hunter2%zz HTTP/1.1\r\nHost: lo cal\r\n",
        "GET /hello HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer refused-hunter2\u0001\r\n",
        "GET /hello HTTP/1.1\r\nHost: localhost\r\nAuth orization: Bearer refused-hunter2\r\n",
        "GET /hello HTTP/1.1\r\nHost: localhost\r\nCookie sid=refused-hunter2\r\n",
        "POST /hello?token=refused-hunter2 HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n"
      })
  default void secrets_inRefusedRequests_areNotWritten(String head) {
    TracedRequest got = server().raw(head + "Connection: close\r\n\r\n");
    assertThat(got.line().raw()).doesNotContain("hunter2");
  }

  private String request(String target, String header) {
    return "GET "
        + server().path(target)
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + header
        + "\r\nConnection: close\r\n\r\n";
  }
}
