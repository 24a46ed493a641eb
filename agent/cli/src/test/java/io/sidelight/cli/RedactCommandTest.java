package io.sidelight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.sidelight.config.Switches;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactCommandTest {

  private static final int LIMIT = Lines.LIMIT;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "header    | Authorization: Basic x         | Authorization: [REDACTED]",
        "header    | authorization : Basic x        | authorization : [REDACTED]",
        "header    | > X-Api-Key: abc               | > X-Api-Key: [REDACTED]",
        "header    | Accept: text/html              | Accept: text/html",
        "header    | GET /a?token=abc HTTP/1.1      | GET /a?token=[REDACTED] HTTP/1.1",
        "header    | Referer: https://h/?pwd=a&b=c  | Referer: https://h/?pwd=[REDACTED]&b=c",
        "query     | a=b&password=x                 | a=b&password=[REDACTED]",
        "query     | ?password=x                    | ?password=[REDACTED]",
        "form      | a=b&password=x                 | a=b&password=[REDACTED]",
        "json      | {'pin':1,'n':2}                | {'pin':[REDACTED],'n':2}",
        "message   | login with password=x failed   | login with password=[REDACTED] failed",
        "exception | a.B: no password=x here        | a.B: no password=[REDACTED] here",
        "url       | https://bob:pw@h/a?b=c         | https://bob:[REDACTED]@h/a?b=c",
        "path      | /a;jsessionid=31D4D96E/b       | /a;jsessionid=[REDACTED]/b",
      })
  void redact_eachChannel_masksWhatItsReadingSays(String channel, String input, String expected) {
    assertThat(run(input, "--as", channel)).isZero();
    assertThat(output()).isEqualTo(expected);
    assertThat(err.size()).isZero();
  }

  @Test
  void redact_headersAndMultipart_areReadWhole() {
    assertThat(run("Cookie: a=hunter2;\r\n b=hunter3\r\nHost: h\r\n", "--as", "headers")).isZero();
    assertThat(output()).doesNotContain("a=hunter2").endsWith("Host: h\r\n");
    out.reset();
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\npassword=hunter2\r\n--x--\r\n";
    assertThat(run(body, "--as", "multipart")).isZero();
    assertThat(output()).doesNotContain("hunter2").startsWith("--x\r\n").endsWith("--x--\r\n");
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void redact_anyChannel_keepsLineEndsAsTheyAre(Channel channel) {
    for (String input : List.of("", "\n", "a", "a\n", "a\r\nb\n\n", "a\nb", "\r\n\r\na\r\n")) {
      assertThat(run(input, "--as", channel.toString())).isZero();
      assertThat(output()).isEqualTo(input);
      out.reset();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void redact_secretAtTheEnd_takesNoLineEndWithIt(String end) {
    for (String channel : List.of("query", "form", "message", "url", "path")) {
      assertThat(run("/;password=x" + end, "--as", channel)).isZero();
      assertThat(output()).isEqualTo("/;password=[REDACTED]" + end);
      out.reset();
    }
  }

  @Test
  void redact_foldedHeader_isOneValue() {
    assertThat(run("Cookie: a=b;\r\n c=d\r\n\te=f\r\nAccept: x\r\n", "--as", "header")).isZero();
    assertThat(output())
        .startsWith("Cookie: ")
        .doesNotContain("=b", "=d", "=f")
        .endsWith("\r\nAccept: x\r\n");
  }

  @Test
  void redact_privateKeyOverManyBlocks_isMaskedToItsEnd() {
    String key = "MIIEpAIBAAKCAQEA7hunter2\n".repeat(60_000);
    String before = "2026-11-22 a plain line\n".repeat(20_000);
    assertThat(
            run(
                before
                    + "-----BEGIN PRIVATE KEY-----\n"
                    + key
                    + "-----END PRIVATE KEY-----\nafter\n",
                "--as",
                "message"))
        .isZero();
    assertThat(output()).isEqualTo(before + "[REDACTED]\nafter\n");
  }

  @Test
  void redact_objectOverLines_isMaskedWhole() {
    assertThat(
            run(
                "sent {\n \"credentials\": {\n  \"x\": \"hunter2\"\n },\n \"n\": 1}\n",
                "--as",
                "message"))
        .isZero();
    assertThat(output()).doesNotContain("hunter2").endsWith("\n \"n\": 1}\n");
  }

  @Test
  void redact_noUtf8_isReplacedAndScanned() {
    byte[] input =
        "p\u00e9 password=\u00ff\u00fehunter2 \u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run(new ByteArrayInputStream(input), "--as", "message")).isZero();
    assertThat(output()).isEqualTo("p\uFFFD password=[REDACTED] \uFFFD\n");
  }

  @Test
  void redact_streamOfLines_needsNoMoreMemoryThanALine() {
    long lines = 3_000_000;
    InputStream endless = new Repeated("password=hunter2&a=b\n", lines);
    Counting counting = new Counting();
    assertThat(run(endless, counting, "--as", "query")).isZero();
    assertThat(counting.bytes).isEqualTo(lines * "password=[REDACTED]&a=b\n".length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "form", "multipart", "headers"})
  void redact_documentBeyondTheLimit_isRefusedAndNothingWritten(String channel) {
    InputStream large = new Repeated("hunter2 ".repeat(8) + "\n", LIMIT / 65 + 2);
    assertThat(run(large, out, "--as", channel)).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(errors()).contains("16 MB").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"query", "message", "header", "json"})
  void redact_lineBeyondTheLimit_isRefused(String channel) {
    assertThat(run(new Repeated("hunter2 ", LIMIT / 8 + 1), out, "--as", channel)).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(errors()).contains("16 MB").doesNotContain("hunter2");
  }

  @Test
  void redact_secretBeyondTheLimit_isRefusedAfterWhatCameBefore() {
    InputStream key =
        new SequenceInputStream(
            new ByteArrayInputStream("plain\n-----BEGIN PRIVATE KEY-----\n".getBytes(UTF_8)),
            new Repeated("hunter2\n", LIMIT / 8 + 1));
    assertThat(run(key, out, "--as", "message")).isEqualTo(2);
    assertThat(output()).doesNotContain("hunter2");
    assertThat(errors()).contains("spans").doesNotContain("hunter2");
  }

  @Test
  void redact_atTheLimit_isRedacted() {
    char[] text = new char[LIMIT];
    Arrays.fill(text, 'a');
    assertThat(run(new String(text), "--as", "json")).isZero();
    assertThat(out.size()).isEqualTo(LIMIT);
  }

  @Test
  void jsonl_eachLine_isAnsweredByALine() {
    String input =
        "{\"channel\":\"query\",\"input\":\"password=x\"}\n"
            + "{\"input\":\"/a;token=b\",\"channel\":\"path\",\"id\":{\"n\":[1]}}\r\n"
            + "{\"channel\":\"message\",\"input\":\"two\\nlines \\\"q\\\"\"}";
    assertThat(run(input, "--jsonl")).isZero();
    assertThat(output())
        .isEqualTo(
            "{\"output\":\"password=[REDACTED]\"}\n"
                + "{\"output\":\"/a;token=[REDACTED]\"}\r\n"
                + "{\"output\":\"two\\nlines \\\"q\\\"\"}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hunter2",
        "[\"hunter2\"]",
        "{\"channel\":\"query\",\"input\":\"hunter2\"",
        "{\"channel\":\"hunter2\",\"input\":\"a\"}",
        "{\"channel\":7,\"input\":\"hunter2\"}",
        "{\"channel\":\"query\",\"input\":[\"hunter2\"]}",
        "{\"channel\":\"query\",\"hunter2\":\"hunter2\"}",
        "{\"input\":\"hunter2\"}",
        "{\"channel\":\"query\",\"input\":\"hunter2\"} hunter2",
        "{\"channel\":\"query\",\"input\":\"hunter2\"}{}",
        "{\"channel\":\"query\",\"input\":\"a\",\"input\":\"hunter2\"}",
        "{\"channel\":\"query\",\"input\":\"hunter2\\x\"}",
      })
  void jsonl_brokenLine_isAnErrorThatEchoesNothingAndTheRestGoesOn(String line) throws IOException {
    String good = "{\"channel\":\"query\",\"input\":\"a=b\"}";
    assertThat(run(good + "\n" + line + "\n" + good + "\n", "--jsonl")).isEqualTo(2);
    String[] lines = output().split("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).isEqualTo("{\"output\":\"a=b\"}").isEqualTo(lines[2]);
    assertThat(lines[1]).startsWith("{\"error\":\"");
    assertThat(output() + errors()).doesNotContain("hunter2");
    readable(lines[1]);
  }

  @Test
  void jsonl_deepLine_isAnError() {
    assertThat(run("{\"a\":" + "[".repeat(100_000) + "\n", "--jsonl")).isEqualTo(2);
    assertThat(output()).startsWith("{\"error\":");
  }

  @Test
  void jsonl_lineBeyondTheLimit_isAnErrorAndTheRestGoesOn() {
    InputStream input =
        new SequenceInputStream(
            new Repeated("hunter2 ", LIMIT / 8 + 1),
            new ByteArrayInputStream(
                "\n{\"channel\":\"query\",\"input\":\"a=b\"}\n".getBytes(UTF_8)));
    assertThat(run(input, out, "--jsonl")).isEqualTo(2);
    assertThat(output()).contains("16 MB").endsWith("\n{\"output\":\"a=b\"}\n");
    assertThat(output()).doesNotContain("hunter2");
  }

  @Test
  void jsonl_controlCharacters_areEscapedInTheAnswer() throws IOException {
    String awkward = "\\u001b[31m\\u0085\\u2028\\u202e\\ud800\\u0000\\r\\n\\u009b";
    assertThat(run("{\"channel\":\"message\",\"input\":\"" + awkward + "\"}\n", "--jsonl"))
        .isZero();
    assertThat(output()).isEqualTo("{\"output\":\"" + awkward + "\"}\n");
    readable(output());
  }

  @Test
  void jsonl_withAs_takesItWhereALineNamesNone() {
    assertThat(run("{\"input\":\"password=x\"}\n", "--jsonl", "--as", "query")).isZero();
    assertThat(output()).isEqualTo("{\"output\":\"password=[REDACTED]\"}\n");
  }

  @Test
  void jsonl_byteOrderMark_isNoPartOfTheFirstLine() {
    assertThat(run("\uFEFF{\"channel\":\"query\",\"input\":\"a=b\"}\n", "--jsonl")).isZero();
    assertThat(output()).isEqualTo("{\"output\":\"a=b\"}\n");
  }

  @Test
  @SuppressWarnings("try") // the end of the input is what ends the command
  void jsonl_oneLineOfAPipe_isAnsweredBeforeTheNext() throws Exception {
    try (PipedOutputStream to = new PipedOutputStream();
        PipedInputStream answers = new PipedInputStream();
        PipedOutputStream from = new PipedOutputStream(answers)) {
      PipedInputStream in = new PipedInputStream(to);
      CompletableFuture<Integer> code =
          CompletableFuture.supplyAsync(() -> run(in, from, "--jsonl"));
      for (int i = 0; i < 3; i++) {
        to.write("{\"channel\":\"query\",\"input\":\"pwd=a\"}\n".getBytes(UTF_8));
        to.flush();
        byte[] answer = answers.readNBytes("{\"output\":\"pwd=[REDACTED]\"}\n".length());
        assertThat(new String(answer, UTF_8)).isEqualTo("{\"output\":\"pwd=[REDACTED]\"}\n");
      }
      to.close();
      assertThat(code.get(20, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  void explain_lines_namesTheRuleOfEachMaskWithItsLine() {
    assertThat(run("a=b\npassword=x&pin=1\n", "--as", "query", "--explain")).isZero();
    assertThat(output()).isEqualTo("a=b\npassword=[REDACTED]&pin=[REDACTED]\n");
    List<String> rules = errors().lines().toList();
    assertThat(rules).hasSize(2);
    assertThat(rules.get(0)).startsWith("line 2: ").contains("password");
    assertThat(rules.get(1)).startsWith("line 2: ").contains("pin");
  }

  @Test
  void explain_severalBlocks_namesEachMaskOnce() {
    String line = "token=abc123\n" + "a plain line\n".repeat(40_000);
    assertThat(run(line.repeat(3), "--as", "message", "--explain")).isZero();
    assertThat(errors().lines()).hasSize(3).allMatch(rule -> rule.contains("token"));
  }

  @Test
  void explain_jsonl_isAMemberOfTheAnswer() {
    String input =
        "{\"channel\":\"query\",\"input\":\"password=x\"}\n"
            + "{\"channel\":\"query\",\"input\":\"a=b\"}\n";
    assertThat(run(input, "--jsonl", "--explain")).isZero();
    String[] lines = output().split("\n");
    assertThat(lines[0]).startsWith("{\"output\":\"password=[REDACTED]\",\"rules\":[\"");
    assertThat(lines[0]).contains("password", "\"]}");
    assertThat(lines[1]).isEqualTo("{\"output\":\"a=b\",\"rules\":[]}");
  }

  @Test
  void options_ofTheRunningConfiguration_count(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("options"),
            "redact.keys=loyalty_number\nredact.headers=X-Tenant\nredact.keep=pin\n");
    System.setProperty("sidelight.config", file.toString());
    try {
      assertThat(run("loyaltyNumber=1&pin=2\n", "--as", "query")).isZero();
      assertThat(run("x-tenant: acme\n", "--as", "header")).isZero();
      assertThat(output()).isEqualTo("loyaltyNumber=[REDACTED]&pin=2\nx-tenant: [REDACTED]\n");
    } finally {
      System.clearProperty("sidelight.config");
    }
  }

  @Test
  void options_thatAreWrong_areTold() {
    System.setProperty("sidelight.redact.kees", "hunter2");
    try {
      assertThat(run("a=b", "--as", "query")).isZero();
      assertThat(errors()).contains("redact.keys").doesNotContain("hunter2");
    } finally {
      System.clearProperty("sidelight.redact.kees");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--as", "--as nothing", "--as query file", "--jsonl --as", "--what"})
  void usage_wrong_saysWhatIsThere(String arguments) {
    assertThat(run("password=x", arguments.isEmpty() ? new String[0] : arguments.split(" ")))
        .isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(errors()).contains("--as");
  }

  @Test
  void closedPipe_endsItQuietly() {
    OutputStream closed = new Failing("Broken pipe");
    assertThat(run(new Repeated("a=b\n", 1_000_000), closed, "--as", "query")).isZero();
    assertThat(err.size()).isZero();
  }

  @Test
  void fullDisk_isTold() {
    OutputStream full = new Failing("No space left on device");
    assertThat(run(new Repeated("a=b\n", 1_000_000), full, "--as", "query")).isEqualTo(2);
    assertThat(errors()).contains("No space left on device");
  }

  private static void readable(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    }
  }

  private int run(String input, String... arguments) {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)), arguments);
  }

  private int run(InputStream input, String... arguments) {
    return run(input, out, arguments);
  }

  private int run(InputStream input, OutputStream to, String... arguments) {
    List<String> all = new ArrayList<>(List.of("redact"));
    all.addAll(List.of(arguments));
    return new Main(
            input,
            to,
            new PrintStream(to, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new Switches())
        .execute(all);
  }

  private String output() {
    return out.toString(UTF_8);
  }

  private String errors() {
    return err.toString(UTF_8);
  }

  /** A text again and again, which is never in memory as a whole. */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // slow enough
  private static final class Repeated extends InputStream {
    private final byte[] text;
    private long left;
    private int at;

    Repeated(String text, long times) {
      this.text = text.getBytes(UTF_8);
      this.left = times * this.text.length;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      byte b = text[at];
      at = (at + 1) % text.length;
      return b;
    }

    @Override
    public int available() {
      return (int) Math.min(left, 1 << 20);
    }
  }

  /** Counts what it is given. */
  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] all, int from, int length) {
      bytes += length;
    }
  }

  /** Takes nothing. */
  private static final class Failing extends OutputStream {
    private final String message;

    Failing(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
