package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any string, tried with seeded random ones. */
class RedactorPropertyTest {

  private static final List<String> PIECES =
      List.of(
          "password",
          "token",
          "a",
          "key",
          "Authorization",
          "user",
          "\"",
          "\\\"",
          "\\",
          "=",
          ":",
          "::",
          "://",
          "/",
          "//",
          "?",
          "&",
          ";",
          ",",
          " ",
          "\n",
          "@",
          "#",
          "%",
          "%3D",
          "%253D",
          "%20",
          "+",
          "[",
          "]",
          "{",
          "}",
          "(",
          ")",
          "<",
          ">",
          "'",
          ".",
          "-",
          "-----BEGIN ",
          "PRIVATE KEY-----",
          "-----END ",
          "Bearer ",
          "Basic ",
          "eyJhbGciOiJIUzI1NiJ9",
          "eyJ",
          "ghp_0123456789abcdefghij",
          "AKIA",
          "sk_live_",
          "key-0f1e2d3c4b5a69788796a5b4c3d2e1f0",
          "Q~",
          " --password ",
          " -u bob:",
          "\nAUTH ",
          "IDENTIFIED BY '",
          "password '",
          ": rejected value [",
          "]; codes",
          "{authorization=[a], ",
          "'Authorization: Basic x'",
          "Authorization=",
          "pass: 17",
          ", fail: 2",
          " 2026",
          "12345678:AA",
          "abcd1234abcd12.atlasv1.",
          "4111111111111111",
          "4111 1111 1111 1111",
          "0123456789",
          "abc123DEF456ghi789",
          "[REDACTED]",
          "REDACTED",
          "\uD800",
          "\uDC00",
          "ｐａｓｓ",
          "\u200B",
          "\\u0077",
          "reset",
          "true",
          "null",
          "code",
          "http://u:p@h/",
          "é",
          "=x",
          ": y",
          "\r\n",
          "\n ",
          "\n\n",
          "--b",
          "--b--",
          "\n--b\n",
          "Content-Disposition: form-data; name=\"",
          "Content-Disposition: form-data; name=pin\n\n",
          "; filename=x",
          "Content-Type: application/json\n\n",
          "Cookie: ",
          "\nSet-Cookie: a=",
          "; Path=/",
          "jdbc:oracle:thin:",
          "DE89370400440532013000",
          "GB82 WEST 1234 5698 7654 32",
          "<password>",
          "<password a=\"http://b\">",
          "name",
          "value",
          "\"name\":\"password\",",
          "\"value\":",
          "tokens",
          "password: |\n  ",
          "&lt;pin&gt;",
          "&quot;",
          "\\u003d",
          "\\u003cpin\\u003e",
          "/*",
          "*/",
          "\u001b[1;33m",
          ": String = ",
          "/hooks/",
          "123456789:AA",
          "kty",
          "<value>",
          "</",
          "<![CDATA[",
          "]]>",
          " -> ",
          "{\"",
          "[5 characters]",
          "..");

  private final Redactor redactor = new Redactor(RedactionRules.defaults());

  @Test
  void anyChannel_randomText_isIdempotentAndNeverThrows() {
    Random random = new Random(20261122);
    for (int i = 0; i < 30_000; i++) {
      String input = random(random, 1 + random.nextInt(14));
      String channel = Channels.ALL[random.nextInt(Channels.ALL.length)];
      String once = Channels.run(redactor, channel, input);
      assertThat(Channels.run(redactor, channel, once))
          .as("%s of <%s>", channel, input)
          .isEqualTo(once);
      redactor.sensitiveKey(input);
      redactor.header(input, input);
    }
  }

  @Test
  void anyChannel_plantedSecret_isGone() {
    Random random = new Random(7);
    List<String> forms =
        List.of(
            "password=%s",
            "\"password\":\"%s\"",
            "\\\"api_key\\\":\\\"%s\\\"",
            "token: %s",
            "{'client_secret': '%s'}",
            "Authorization: Bearer %s",
            "https://bob:%s@host/x",
            "accessToken=%s&a=b",
            "db.password = %s",
            "p%%61ssword=%s",
            "pass\\u0077ord=%s",
            "{\"name\":\"password\",\"value\":\"%s\"}",
            "{'value': '%s', 'key': 'api_key'}",
            "[name=Authorization, value=%s]",
            "<wsse:Password Type=\"http://a/b\">%s</wsse:Password>",
            "<input name=\"csrf_token\" value=\"%s\">",
            "tokens=[%s]",
            "password: |\n  %s\n",
            "&lt;password&gt;%s&lt;/password&gt;",
            "{&quot;token&quot;:&quot;%s&quot;}",
            "{\"password\": /* old */ \"%s\"}",
            "\u001b[1;33mpin\u001b[0m=\u001b[32m%s\u001b[0m",
            "contrase\u00f1a: %s",
            "val password: String = \"%s\"");
    for (int i = 0; i < 10_000; i++) {
      String secret = secret(random);
      String form = String.format(forms.get(random.nextInt(forms.size())), secret);
      String input = "note " + i + " " + form + " end";
      assertThat(redactor.text(input)).as(input).doesNotContain(secret);
      assertThat(redactor.query("a=b&pwd=" + secret + "&x=y")).doesNotContain(secret);
      assertThat(redactor.path("/a;jsessionid=" + secret + "/b")).doesNotContain(secret);
      assertThat(redactor.header("X-Custom-Token", secret)).isEqualTo(Redactor.MASK);
    }
  }

  @Test
  void linesAndParts_plantedSecret_isGoneHoweverTheyAreCutOff() {
    Random random = new Random(11);
    for (int i = 0; i < 3_000; i++) {
      String secret = secret(random);
      String end = random.nextBoolean() ? "\r\n" : "\n";
      String headers =
          String.join(
              end,
              "GET /cb?access_token=" + secret + " HTTP/1.1",
              "Cookie: theme=" + secret + "; " + secret + "; lang=\"" + secret + "\"",
              "set-cookie: sid=" + secret + "; Path=/; Secret=" + secret,
              "Authorization: Bearer",
              "\t" + secret,
              "Referer: https://bob:" + secret + "@x.example/reset/" + secret + "?sig=" + secret,
              "X-Api-Key " + secret,
              "");
      String parts =
          String.join(
              end,
              "--b",
              "Content-Disposition: form-data; name=\"user\"",
              "",
              "bob password=" + secret,
              "--b",
              "Content-Disposition: form-data;",
              " name=\"client_secret\"",
              "",
              secret,
              "--c",
              secret,
              "--b",
              "Content-Disposition: form-data; name=\"f\"; filename=\"f.txt\"",
              "",
              secret,
              "--b",
              "Content-Disposition: form-data; name=pin",
              "X: y",
              secret);
      String form = "a=b&user%5Bpwd%5D=" + secret + "&j=%7B%22otp%22%3A%22" + secret + "%22%7D&c=";
      assertThat(redactor.headers(cut(headers, random))).doesNotContain(secret);
      assertThat(redactor.multipart(cut(parts, random))).doesNotContain(secret);
      assertThat(redactor.form(cut(form, random))).doesNotContain(secret);
    }
  }

  private static String cut(String s, Random random) {
    return random.nextBoolean() ? s : s.substring(0, random.nextInt(s.length()));
  }

  @Test
  void anyChannel_awkwardGiants_areSurvived() {
    for (String piece : PIECES) {
      String giant = piece.repeat(1 + 100_000 / piece.length());
      for (String channel : Channels.ALL) {
        String once = Channels.run(redactor, channel, giant);
        assertThat(Channels.run(redactor, channel, once).equals(once)).as(piece).isTrue();
      }
    }
  }

  private static String random(Random random, int pieces) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      s.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return s.toString();
  }

  private static String secret(Random random) {
    StringBuilder s = new StringBuilder("S");
    for (int i = 0; i < 11; i++) {
      s.append((char) ('a' + random.nextInt(26)));
    }
    return s.append(random.nextInt(10)).toString();
  }
}
