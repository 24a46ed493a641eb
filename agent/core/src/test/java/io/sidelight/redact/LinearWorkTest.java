package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work is counted, not timed: twice the text is at most about twice the work. */
class LinearWorkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "=",
        "a=",
        "a:",
        "\"a\":",
        "password=",
        "key=",
        "key=a",
        "code:\"",
        "token: ",
        "{",
        "passwords={",
        "passwords=List(",
        "{\"tokens\":",
        "tokens={1,",
        "?auth=",
        "{\"name\":\"password\",\"value\":",
        "{\"value\":1,\"name\":\"a\"},",
        "value=1,",
        "password: |\n  a\n",
        "password:\n",
        "tokens:\n - 1\n",
        "&lt;password&gt;",
        "&quot;pin&quot;:",
        "&quot;",
        "\\u003cpin\\u003e",
        "pin\\u003d",
        "\"pin\":/*",
        "*/:",
        "\"pin\"/*a*/:/*b*/",
        "\"pin\"://a\n",
        "\"pin\"://a",
        "<pin><!--",
        "&gt;",
        "\u001b[1;31mpin\u001b[0m=",
        "\u001b[1;",
        "pin: String = ",
        "pin string=",
        "123456:AA",
        "/hooks/T01234567/abcdef0123456789abcdef",
        "\"d\":\"aaaaaaaaaaaaaaaa\",",
        "{\"kty\":1,\"d\":\"aaaaaaaaaaaaaaaa\"",
        "<a name=\"password\">",
        "<name>password</name><value>",
        "name=password&value=a&",
        "a://",
        "a://b:c",
        "?u=a://",
        "&a=1",
        ";a=1",
        ";a",
        "/a",
        "%3D",
        "%253D",
        "+",
        "a=+",
        "eyJ9",
        "bearer+",
        "basic ",
        "-----BEGIN PRIVATE KEY",
        "4111 ",
        "ghp_",
        "a@",
        "\\\"",
        "password\\",
        "a,b",
        "phrase: ",
        "<password>",
        "<code>",
        "<code><![CDATA[",
        "<password a",
        "<password a=\"http://b\">",
        "<pin><a>",
        "<pin><![CDATA[a]]>",
        "<!--",
        "\"http://a\":\"b\"",
        "pin=4111 1111 ",
        "a://b,c=",
        "DE89370400440532013",
        "GB82 ",
        "jdbc:oracle:thin:",
        "jdbc:oracle:thin:a/b@",
        "token->",
        "--b\n",
        "--b\n\n",
        "Content-Disposition: form-data; name=\"",
        "\n--b\nContent-Disposition: form-data; name=pin\n\n",
        "a: b\n ",
        "Cookie: a=b;",
        ";a={",
        "/a;b",
        "next=/a/b&",
        "...",
        "sk-",
        "AKIA",
        "-AKIA",
        "key-0",
        "live_0",
        "12345678:AA",
        "Q~",
        "+AzCa",
        "0-us",
        "0.atlasv1.",
        "pat.",
        "pat0123456789abcd.",
        "1mdapi0",
        "1mEZAK",
        " --password 'x",
        "--password ",
        " -u '1:",
        "\nAUTH '",
        " password 'x",
        "identified by 'x",
        "pin: rejected value [x] ",
        "4111-",
        "authorization=[",
        "'authorization: a",
        "authorization=[REDACTED], ",
        "authorization=basic a, ",
        "pass: 1 ",
        "pass=1&fail="
      })
  void anyChannel_repeatedPiece_takesLinearWork(String piece) {
    for (String channel : Channels.ALL) {
      long one = work(channel, piece.repeat(500));
      long two = work(channel, piece.repeat(1_000));
      long four = work(channel, piece.repeat(2_000));
      assertThat(two).as(channel).isLessThanOrEqualTo(one * 22 / 10 + 1000);
      assertThat(four).as(channel).isLessThanOrEqualTo(two * 22 / 10 + 1000);
    }
  }

  private static long work(String channel, String input) {
    Work work = new Work();
    Channels.run(new Redactor(RedactionRules.defaults(), work), channel, input);
    return work.steps;
  }
}
