package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyWordsTest {

  @Test
  void key_inAnotherForm_isNormalized() {
    assertThat(KeyWords.of("pass\uff57ord")).containsExactly("password");
    assertThat(KeyWords.of("contrasen\u0303aNueva")).containsExactly("contrase\u00f1a", "nueva");
    assertThat(KeyWords.of("pass\u00adword")).containsExactly("password");
  }

  /** Their words are taken as they are. */
  @Test
  void names_ofTheRulesFile_areNormal() throws Exception {
    List<String> lines;
    try (var in = RulesFile.class.getResourceAsStream("redaction-rules.txt")) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(lines).anyMatch(line -> line.chars().anyMatch(c -> c >= 0x80));
    assertThat(lines)
        .filteredOn(line -> line.chars().anyMatch(c -> c >= 0x80))
        .allSatisfy(line -> assertThat(KeyWords.ofPlain(line)).isEqualTo(KeyWords.of(line)));
  }
}
