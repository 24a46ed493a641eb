package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VendorKeysTest {

  @Test
  void text_eachPrefix_isRecognised() {
    Redactor redactor = new Redactor(RedactionRules.defaults());
    for (String line : RedactionRules.defaults().prefixes) {
      String prefix = line.substring(0, line.indexOf(' '));
      int least = Integer.parseInt(line.substring(prefix.length() + 1));
      assertThat(redactor.text("at " + prefix + "a1".repeat(least)))
          .isEqualTo("at " + Redactor.MASK);
      assertThat(redactor.text(prefix + "a1".repeat(least))).isEqualTo(Redactor.MASK);
    }
  }
}
