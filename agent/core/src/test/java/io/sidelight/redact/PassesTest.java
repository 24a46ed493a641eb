package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in which each mask lays bare one more, as fuzzing found it. */
class PassesTest {

  private final Redactor redactor = new Redactor(RedactionRules.defaults());

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 20, 1000})
  void query_thatNeedsMorePassesThanThereAre_isMaskedWhole(int separators) {
    String crafted = "token:r" + "=".repeat(separators) + "Zq7Secret4%";
    assertThat(redactor.query(crafted)).doesNotContain("Secret");
    assertThat(redactor.form(crafted)).doesNotContain("Secret");
    assertThat(redactor.url("/a?" + crafted)).doesNotContain("Secret");
    assertThat(redactor.header("Referer", "/a?" + crafted)).doesNotContain("Secret");
  }
}
