package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule of each mask, in order. */
class ExplainingTest {

  private final List<String> rules = new ArrayList<>();
  private final Redactor redactor =
      Redactor.explaining(
          RedactionRules.with(List.of("loyalty_no"), List.of("X-Tenant"), List.of()), rules::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text | accessToken=abc | key "accessToken" (last word token)
          text | {"token": "abc"} | key "token" (last word token)
          text | {"db_password": 1} | key "db_password" (word password)
          text | stripetoken=abc | key "stripetoken" (ending token)
          text | pin: 1234 | key "pin" (whole key pin)
          text | code=4f8aK29sLq0ZxW81mN | key "code" (opaque value of code)
          text | loyalty_no=1 | key "loyalty_no" (added loyalty no)
          text | API key: abc | key "API key" (phrase api key)
          text | <pwd>x</pwd> | key "pwd" (word pwd)
          text | eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.abc | jwt
          text | eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..48V1.5eym.XFBo | jwe
          text | Bearer abc123def456 | bearer
          text | basic dXNlcjpwYXNz | basic
          text | card 4111111111111111 | card number
          text | DE89370400440532013000 | iban
          text | ghp_0123456789abcdefghij | vendor key ghp_
          text | -----BEGIN PRIVATE KEY----- | private key
          text | jdbc:oracle:thin:a/b@h | oracle url
          text | amqp://a:b@h | url user info
          query | data=%7B%22pwd%22%3A1%7D | key "%7B%22pwd%22" (word pwd)
          query | q=4111%201111%201111%201111 | card number
          path | /reset/k3jh45kj3h4k5j | path word reset
          path | /token/a/k3jh45kj3h4k5j | path word token (last word token)
          path | /a;jsessionid=1 | key "jsessionid" (word jsessionid)
          header:Authorization | x | header Authorization
          header:X-Tenant | x | header X-Tenant
          header:Cookie | sid=1 | cookie sid
          header:Set-Cookie | sid | header Set-Cookie
          """)
  void eachRule_oneMask_isNamed(String channel, String input, String rule) {
    Channels.run(redactor, channel, input);
    assertThat(rules).containsExactly(rule);
  }

  @Test
  void severalMasks_areToldInTheirOrder() {
    redactor.headers("GET /?token=a HTTP/1.1\nAuthorization: b\nX: Bearer abc123def456\n");
    assertThat(rules)
        .containsExactly("key \"token\" (last word token)", "header Authorization", "bearer");
  }

  @Test
  void parts_areToldByTheirName() {
    redactor.multipart(
        "--b\nContent-Disposition: form-data; name=\"pin\"\n\n1\n"
            + "--b\nContent-Disposition: form-data; name=\"x\nb\n--b--");
    assertThat(rules).containsExactly("key \"pin\" (whole key pin)", "unreadable part");
  }

  @Test
  void maskedText_tellsNothing() {
    redactor.text("token=[REDACTED] Bearer [REDACTED] https://a:[REDACTED]@b/?token=[REDACTED]");
    redactor.header("Authorization", Redactor.MASK);
    redactor.header("Cookie", "a=[REDACTED]");
    redactor.query("a=1&b=%20c");
    assertThat(rules).isEmpty();
  }

  /** Whatever is masked is told, once, and what is told is masked. */
  @ParameterizedTest
  @MethodSource("io.sidelight.redact.CorpusTest#cases")
  void corpus_eachMask_isToldOnce(CorpusTest.Case c) {
    String output = Channels.run(redactor, c.channel(), c.input());
    assertThat(output).isEqualTo(c.expected());
    long before =
        Pattern.compile("[REDACTED]", Pattern.LITERAL).matcher(c.input()).results().count();
    long masks = Pattern.compile("[REDACTED]", Pattern.LITERAL).matcher(output).results().count();
    if (!c.channel().equals("key")) {
      assertThat(rules).as(c.input()).hasSize((int) (masks - before));
    }
  }
}
