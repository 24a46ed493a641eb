package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-Z_0~9", "1-5f84c7a5/abc:d", "user@host", "a+b=c", "f.1"})
  void rejection_allowedCharacters_none(String id) {
    assertThat(RequestId.rejection(id, 1)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b",
        "a,b",
        "a;b",
        "a\"b",
        "a'b",
        "a%41",
        "a<b",
        "a\r\nX: y",
        "a\u001b[0m",
        "é",
        "a\\b",
        "a?b",
        "a!b",
        "a|b",
        "a*b",
        "a\tb",
        "a\0"
      })
  void rejection_forbiddenCharacter_named(String id) {
    assertThat(RequestId.rejection(id, 1)).isEqualTo("forbidden_character");
  }

  @Test
  void rejection_length_countsTo128() {
    assertThat(RequestId.rejection("x".repeat(128), 1)).isNull();
    assertThat(RequestId.rejection("x".repeat(129), 1)).isEqualTo("too_long");
    assertThat(RequestId.rejection("", 1)).isEqualTo("empty");
  }

  @Test
  void rejection_severalLines_repeated() {
    assertThat(RequestId.rejection("fine", 2)).isEqualTo("repeated");
  }

  @Test
  void uuid7_knownParts_readBackByJdk() {
    UUID uuid = UUID.fromString(RequestId.uuid7(0x0192_3456_789aL, 0xffff_fabc, -1L));

    assertThat(uuid.version()).isEqualTo(7);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(uuid).hasToString("01923456-789a-7abc-bfff-ffffffffffff");
  }

  @Test
  void create_laterMillisecond_sortsLater() {
    assertThat(RequestId.uuid7(1_000, -1, -1L)).isLessThan(RequestId.uuid7(1_001, 0, 0L));
    assertThat(RequestId.create()).isNotEqualTo(RequestId.create()).hasSize(36);
    assertThat(RequestId.rejection(RequestId.create(), 1)).isNull();
  }
}
