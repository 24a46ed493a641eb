package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorKeysTest {

  private static final Pattern RUN =
      Pattern.compile("\\{(\\d+)(?:-\\d+)?(?: (digits|hex|upper|lower|alnum|base64|unreserved))?}");
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  private static final String M = Redactor.MASK;

  private final Redactor redactor = new Redactor(RedactionRules.defaults());

  static List<String> lines() {
    return RedactionRules.defaults().vendorKeys;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void eachKey_anywhere_isMaskedWhole(String line) {
    Random random = new Random(20261130);
    for (int i = 0; i < 20; i++) {
      String key = key(line, random);
      assertThat(redactor.text(key)).isEqualTo(M);
      assertThat(redactor.text("at " + key + ", then")).isEqualTo("at " + M + ", then");
      assertThat(redactor.text("(" + key + ").")).isEqualTo("(" + M + ").");
      assertThat(redactor.text("first\\n" + key + "\\nlast")).isEqualTo("first\\n" + M + "\\nlast");
      assertThat(redactor.json("{\"note\":\"" + key + "\"}")).isEqualTo("{\"note\":\"" + M + "\"}");
      assertThat(redactor.json("{\"note\":\"see also " + key + " of today\"}"))
          .isEqualTo("{\"note\":\"see also " + M + " of today\"}");
      assertThat(redactor.header("X-Note", key)).isEqualTo(M);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void eachKey_glued_isNone(String line) {
    if (line.startsWith("{")) {
      return; // What stands before the literal may be longer.
    }
    String key = key(line, new Random(1));
    VendorKeys keys = new VendorKeys(List.of(line), null);
    for (int at = 0; at < key.length(); at++) {
      assertThat(keys.find("x" + key, 0, at + 1, key.length() + 1)).isEqualTo(Span.NONE);
    }
  }

  /** A wrong length or character: what other vendors' keys may cover is left out here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{3 digits}:a{2}",
        "ab.{2-3 hex}",
        "ab.{4 hex}-{2 upper}",
        "{2 lower}.z.{3 alnum}",
        "ab_yz"
      })
  void key_ofAnotherLength_isNone(String line) {
    String key = key(line, new Random(2));
    VendorKeys keys = new VendorKeys(List.of(line), null);
    assertThat(finds(keys, key)).isTrue();
    for (int length = 0; length < key.length(); length++) {
      assertThat(finds(keys, key.substring(0, length))).as(key.substring(0, length)).isFalse();
    }
    String longer = line.endsWith("hex}") || line.endsWith("upper}") ? key + "gG" : "a" + key;
    assertThat(finds(keys, longer)).as(longer).isFalse();
  }

  @Test
  void key_withoutRarePair_isRefused() {
    assertThatThrownBy(() -> new VendorKeys(List.of("the{20}"), null))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new VendorKeys(List.of("a_{20 letters}"), null))
        .isInstanceOf(IllegalStateException.class);
  }

  private static boolean finds(VendorKeys keys, String s) {
    for (int at = 1; at < s.length(); at++) {
      if (keys.find(s, 0, at, s.length()) != Span.NONE) {
        return true;
      }
    }
    return false;
  }

  /** A key as the line has it, of the least length. */
  private static String key(String line, Random random) {
    StringBuilder key = new StringBuilder();
    Matcher run = RUN.matcher(line);
    int end = 0;
    while (run.find()) {
      key.append(line.substring(end, run.start()));
      String characters = characters(run.group(2));
      for (int i = Integer.parseInt(run.group(1)); i > 0; i--) {
        key.append(characters.charAt(random.nextInt(characters.length())));
      }
      end = run.end();
    }
    return key.append(line.substring(end)).toString();
  }

  private static String characters(String kind) {
    if (kind == null) {
      return CAPITALS + SMALL + DIGITS;
    }
    return switch (kind) {
      case "digits" -> DIGITS;
      case "hex" -> DIGITS + "abcdef";
      case "upper" -> CAPITALS + DIGITS;
      case "lower" -> SMALL + DIGITS;
      default -> CAPITALS + SMALL + DIGITS;
    };
  }
}
