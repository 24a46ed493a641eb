package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of eight characters at a time, beside what is told of each. */
class Latin1Test {

  @Test
  void numberEnd_anyCharacterAnywhere_isWhereNoneOfANumberStands() {
    for (int at = 0; at < 20; at++) {
      for (int c = 0; c < 256; c++) {
        byte[] text = bytes("1".repeat(at) + (char) c + "1".repeat(19 - at));
        boolean number = "0123456789+-.eE".indexOf(c) >= 0;
        assertThat(Latin1.numberEnd(text, 0, 20)).as(c + " at " + at).isEqualTo(number ? 20 : at);
        assertThat(Latin1.numberEnd(text, 0, at)).isEqualTo(at);
      }
    }
  }

  @Test
  void dateAndTime_anyCharacterAnywhere_mustFit() {
    String time = "2026-11-26T09:59:";
    for (int at = 0; at < time.length(); at++) {
      for (int c = 0; c < 256; c++) {
        String s = time.substring(0, at) + (char) c + time.substring(at + 1);
        assertThat(Latin1.dateAndTime(bytes("x" + s), 1))
            .as(s)
            .isEqualTo(s.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:"));
      }
    }
  }

  @Test
  void uuid_anyCharacterAnywhere_mustFit() {
    String uuid = "0192f3c4-7B1a-7c3e-9d2F-0a1b2c3d4e5f";
    for (int at = 0; at < uuid.length(); at++) {
      for (int c = 0; c < 256; c++) {
        String s = uuid.substring(0, at) + (char) c + uuid.substring(at + 1);
        assertThat(Latin1.uuid(bytes("\"" + s), 1))
            .as(s)
            .isEqualTo(s.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true,4", "false,5", "null,4"})
  void literal_one_hasItsLength(String word, int length) {
    assertThat(Latin1.literal(bytes("," + word + ",    "), 1)).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tru_", "True", "fals_", "nul,", "\"true\"", "    "})
  void literal_none_hasNoLength(String word) {
    assertThat(Latin1.literal(bytes("," + word + ",    "), 1)).isZero();
  }

  private static byte[] bytes(String s) {
    return s.getBytes(StandardCharsets.ISO_8859_1);
  }
}
