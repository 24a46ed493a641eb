package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code corpus.txt}: channel, input and expected output of each case. */
class CorpusTest {

  private static final Redactor REDACTOR = new Redactor(RedactionRules.defaults());

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void corpus_eachCase_givesTheExpectedText(Case c) {
    assertThat(Channels.run(REDACTOR, c.channel, c.input)).isEqualTo(c.expected);
    if (!c.channel.equals("key")) {
      assertThat(Channels.run(REDACTOR, c.channel, c.expected)).isEqualTo(c.expected);
    }
    if (c.input.equals(c.expected)) {
      assertThat(Channels.run(REDACTOR, c.channel, c.input)).isSameAs(c.input);
    }
  }

  @Test
  void corpus_isLargeAndBalanced() {
    long kept =
        cases().stream()
            .filter(c -> c.input.equals(c.expected) || c.expected.equals("false"))
            .count();
    assertThat(cases().size()).isGreaterThanOrEqualTo(500);
    assertThat((double) kept / cases().size()).isBetween(0.5, 0.6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void lines_withCarriageReturns_areReadAlike(Case c) {
    boolean lines = c.channel.equals("headers") || c.channel.equals("multipart");
    if (lines && !c.expected.contains(" characters]")) {
      assertThat(Channels.run(REDACTOR, c.channel, c.input.replace("\n", "\r\n")))
          .isEqualTo(c.expected.replace("\n", "\r\n"));
    }
  }

  /**
   * {@code channel | input | expected}; {@code =} for unchanged; ⏎ stands for a line end, ␛ for
   * Escape.
   */
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = CorpusTest.class.getResourceAsStream("corpus.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.split("\n")) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.replace('⏎', '\n').replace('␛', '\u001b').split(" \\| ", -1);
        assertThat(parts).as(line).hasSize(3);
        cases.add(new Case(parts[0], parts[1], parts[2].equals("=") ? parts[1] : parts[2]));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return cases;
  }

  record Case(String channel, String input, String expected) {}
}
