package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Redactor redactor = new Redactor(RedactionRules.defaults());

  @Test
  void json_charactersBeyondLatin1_standWhereTheyStand() {
    assertThat(
            redactor.json(
                "{\"note\":\"\uD83D\uDE00 \uD83D\uDE00\",\"password\":\"x\","
                    + "\"a\":\"\u0416 token=hunter2\",\"b\":\"\uD83D\uDE00 Bearer abc123def456\"}"))
        .isEqualTo(
            "{\"note\":\"\uD83D\uDE00 \uD83D\uDE00\",\"password\":\"[REDACTED]\","
                + "\"a\":\"\u0416 token=[REDACTED]\",\"b\":\"\uD83D\uDE00 Bearer [REDACTED]\"}");
  }

  @Test
  void json_questionMarkInARememberedKey_standsForNoOtherCharacter() {
    String harmless = "{\"id\":1,\"?assword\":\"kept\"}";
    assertThat(redactor.json(harmless)).isEqualTo(harmless);
    assertThat(redactor.json(harmless)).isEqualTo(harmless);
    assertThat(redactor.json("{\"id\":1,\"\uFF50assword\":\"hunter2\"}")).doesNotContain("hunter2");
  }

  /** Strings are read by eight characters at a time; what they hold is found as in any text. */
  @Test
  void json_secretAtAnyPlaceInAString_isMaskedAsInText() {
    List<String> secrets =
        List.of(
            "AKIAABCDEFGHIJKLMNOP",
            "ghp_0123456789abcdefghij",
            "4111111111111111",
            "4111 1111 1111 1111",
            "DE89370400440532013000",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln",
            "basic YTpi",
            "pwd=hunter2",
            "-----BEGIN PRIVATE KEY-----MII");
    for (String secret : secrets) {
      for (int before = 0; before < 80; before++) {
        String start = "x ".repeat(before / 2) + (before % 2 == 0 ? "" : " ") + secret;
        for (String text : List.of(start, start + " y", start + "\u00e9", start + ", and more")) {
          assertThat(redactor.json("{\"a\":\"" + text + "\"}"))
              .isEqualTo("{\"a\":\"" + redactor.text(text) + "\"}")
              .doesNotContain(secret);
          assertThat(redactor.json("{\"a\":\"" + text)).doesNotContain(secret);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"password":"x"} | {"password":"[REDACTED]"}
          { "password" : "x" , "a" : 1 } | { "password" : "[REDACTED]" , "a" : 1 }
          {"password":"x\\\\","a":"y"} | {"password":"[REDACTED]","a":"y"}
          {"password":"x\\"y","a":"y"} | {"password":"[REDACTED]","a":"y"}
          {"pass\\u0077ord":"x"} | {"pass\\u0077ord":"[REDACTED]"}
          {"p\\u0061ss":"x","password":"y","password":1} | {"p\\u0061ss":"[REDACTED]","password":"[REDACTED]","password":"[REDACTED]"}
          {"pin":1234,"n":1} | {"pin":"[REDACTED]","n":1}
          {"pin":-1.5e3} | {"pin":"[REDACTED]"}
          {"password":true,"token":null} | {"password":"[REDACTED]","token":"[REDACTED]"}
          {"credentials":{"user":"a}","x":[1,2]},"n":1} | {"credentials":"[REDACTED]","n":1}
          {"secrets":["a]",["b"]],"n":1} | {"secrets":"[REDACTED]","n":1}
          {"a":[{"b":{"token":"x"}}]} | {"a":[{"b":{"token":"[REDACTED]"}}]}
          {"n":4111111111111111} | {"n":"[REDACTED]"}
          {"ghp_0123456789abcdefghij":1} | {"[REDACTED]":1}
          {"note":"login with password=hunter2 failed"} | {"note":"login with password=[REDACTED] failed"}
          {"note":"my session id:abc123 is"} | {"note":"my session id:[REDACTED] is"}
          {"a":"Basic YTpi"} | {"a":"Basic [REDACTED]"}
          {"a":"pwd=x"} | {"a":"pwd=[REDACTED]"}
          {"a":"pwd：x"} | {"a":"pwd：[REDACTED]"}
          {"form":"user=bob&password=hunter2&x=1"} | {"form":"user=bob&password=[REDACTED]&x=1"}
          {"body":"{\\"password\\":\\"x\\",\\"n\\":1}"} | {"body":"{\\"password\\":\\"[REDACTED]\\",\\"n\\":1}"}
          {"body":"[{\\"pin\\":1234,\\"n\\":1}]"} | {"body":"[{\\"pin\\":\\"[REDACTED]\\",\\"n\\":1}]"}
          {"body":"{\\"b\\":\\"{\\\\\\"pin\\\\\\":1}\\"}"} | {"body":"{\\"b\\":\\"{\\\\\\"pin\\\\\\":\\\\\\"[REDACTED]\\\\\\"}\\"}"}
          {"url":"https:\\/\\/bob:hunter2@h\\/x"} | {"url":"https://bob:[REDACTED]@h/x"}
          {"a":"\\u0042earer abc123def456"} | {"a":"Bearer [REDACTED]"}
          {"key":"4f8aK29sLq0ZxW81mN","tokens":["4f8aK29sLq0ZxW81mN",1]} | {"key":"[REDACTED]","tokens":"[REDACTED]"}
          {"key":"4f8aK29sLq0Z\\/xW81mN"} | {"key":"[REDACTED]"}
          "password=hunter2" | "password=[REDACTED]"
          {"pin":1} {"pin":2} | {"pin":"[REDACTED]"} {"pin":"[REDACTED]"}
          {"password":"hunt | {"password":"[REDACTED]
          {"password":"hunt\\ | {"password":"[REDACTED]
          {"pin":12 | {"pin":"[REDACTED]"
          {"credentials":{"user":"a | {"credentials":"[REDACTED]"
          {"note":"Bearer abc123def456 | {"note":"Bearer [REDACTED]
          {'password':'hunter2','n':1} | {'password':'[REDACTED]','n':1}
          {password: "hunter2"} | {password: "[REDACTED]"}
          {"pin":12,"password":hunter2} | {"pin":"[REDACTED]","password":"[REDACTED]"}
          {"a":"x,"password":"y"} | {"a":"x,"password":"[REDACTED]"}
          {"a":1}} password=hunter2 | {"a":1}} password=[REDACTED]
          cb({"password":"hunter2"}) | cb({"password":"[REDACTED]"})
          """)
  void json_secret_isMasked(String input, String expected) {
    String once = redactor.json(input);
    assertThat(once).isEqualTo(expected);
    assertThat(redactor.json(once)).isSameAs(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "[]",
        "null",
        "{\"author\":\"bob\",\"keyboard\":\"us\",\"n\":12.5,\"b\":[true,null]}",
        "{\"password\":\"\"}",
        "{\"has_password\":true,\"password_changed\":\"2026-11-22T10:15:30Z\"}",
        "{\"password\":\"[REDACTED]\"}",
        "{\"token_count\":12,\"primary_key\":\"4f8aK29sLq0ZxW81mN\"}",
        "{\"session\":{\"id\":\"0192f3c4-7b1a-7c3e-9d2f-0a1b2c3d4e5f\",\"n\":1234567890123456}}",
        "{\"at\":1732270530123,\"text\":\"Basic authentication \\\"failed\\\"\\n\\u00e9\"}",
        "[\"password\",\"hunter2\"]",
        "{\"a\":\"\\\\\",\"b\":\"\\\"\"}",
        "{\"a\":",
        "{\"a\"",
        "{\"a",
        "{\"a\":tr",
        "\uFEFF{\"a\":1}"
      })
  void json_noSecret_isTheSameInstance(String input) {
    assertThat(redactor.json(input)).isSameAs(input);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void json_textInAString_isMaskedAsText(String text) throws JsonProcessingException {
    String input = MAPPER.writeValueAsString(MAPPER.createObjectNode().put("note", text));
    JsonNode output = MAPPER.readTree(redactor.json(input));
    assertThat(output.get("note").textValue())
        .isEqualTo(JsonText.starts(text) ? redactor.json(text) : redactor.text(text));
  }

  static java.util.stream.Stream<String> texts() {
    return CorpusTest.cases().stream().filter(c -> c.channel().equals("text")).map(c -> c.input());
  }

  @Test
  void json_deepNesting_isReadWithoutAStack() throws JsonProcessingException {
    String open = "{\"a\":[".repeat(100_000);
    assertThat(redactor.json(open + "{\"pin\":1}" + "]}".repeat(100_000)))
        .contains("{\"pin\":\"[REDACTED]\"}");
  }
}
