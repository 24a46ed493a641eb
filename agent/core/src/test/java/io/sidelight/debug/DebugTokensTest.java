package io.sidelight.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sidelight.debug.DebugTokens.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugTokensTest {

  private static final String SECRET = "a-secret-that-is-long-enough";
  private static final byte[] ID = {1, 2, 3, 4, 5, 6, 7, (byte) 0xff};
  private static final long DAY = DebugTokens.MAX_TTL_SECONDS;

  private long now = 1_800_000_000;
  private final DebugTokens tokens = new DebugTokens(SECRET, () -> now);

  @Test
  void verify_ownToken_isValidUntilItExpires() {
    String token = tokens.issue(900);

    assertThat(token).hasSize(DebugTokens.LENGTH).matches("[A-Za-z0-9_-]+");
    assertThat(tokens.verify(token)).isEqualTo(Verdict.VALID);
    now += 899;
    assertThat(tokens.verify(token)).isEqualTo(Verdict.VALID);
    now++;
    assertThat(tokens.verify(token)).isEqualTo(Verdict.EXPIRED);
    now += 10 * DAY;
    assertThat(tokens.verify(token)).isEqualTo(Verdict.EXPIRED);
  }

  @Test
  void verify_anyCharacterChanged_isInvalid() {
    String token = tokens.issue(900);
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens.verify(forged)).as("changed at %s", i).isEqualTo(Verdict.INVALID);
    }
  }

  @Test
  void verify_otherSecret_isInvalidAlsoWhenExpired() {
    String token = new DebugTokens("another-secret-as-long-as-it", () -> now).issue(900);

    assertThat(tokens.verify(token)).isEqualTo(Verdict.INVALID);
    now += 900;
    assertThat(tokens.verify(token)).isEqualTo(Verdict.INVALID);
  }

  @Test
  void verify_malformedOrOversized_isInvalid() {
    String token = tokens.issue(900);
    List<String> texts = new ArrayList<>(List.of("", "1", "0", "true", token + "A", "A" + token));
    texts.add(token.substring(1));
    texts.add(token.substring(0, token.length() - 1));
    texts.add(token.substring(0, 59) + "=");
    texts.add(token.substring(0, 59) + "\u0141"); // its lower byte is that of an A
    texts.add(token.substring(0, 30) + " " + token.substring(30));
    texts.add(" " + token.substring(1));
    texts.add(token.replace(token.charAt(0), '+'));
    texts.add(token + ".".repeat(1_000_000));
    texts.add("A".repeat(60));
    texts.add("_".repeat(60));

    for (String text : texts) {
      assertThat(tokens.verify(text)).as(text).isEqualTo(Verdict.INVALID);
    }
  }

  /** The maker's clock may be a minute ahead; a token for longer is none, whoever signed it. */
  @ParameterizedTest
  @CsvSource({"86400,VALID", "86460,VALID", "86461,INVALID", "1000000000,INVALID", "0,EXPIRED"})
  void verify_signedForSoLong_isBounded(long seconds, Verdict verdict) {
    assertThat(tokens.verify(tokens.token((byte) 1, now + seconds, ID))).isEqualTo(verdict);
  }

  @Test
  void verify_otherVersion_isInvalid() {
    assertThat(tokens.verify(tokens.token((byte) 1, now + 60, ID))).isEqualTo(Verdict.VALID);
    assertThat(tokens.verify(tokens.token((byte) 2, now + 60, ID))).isEqualTo(Verdict.INVALID);
  }

  @Test
  void id_ofToken_isItsRandomPart() {
    assertThat(DebugTokens.id(tokens.token((byte) 1, now + 60, ID))).isEqualTo("01020304050607ff");
    assertThat(tokens.issue(60)).isNotEqualTo(tokens.issue(60));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, DAY + 1, Long.MAX_VALUE})
  void issue_outOfBounds_isRefused(long seconds) {
    assertThatThrownBy(() -> tokens.issue(seconds)).isInstanceOf(IllegalArgumentException.class);
  }
}
