package io.sidelight.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TriggersTest {

  private final VendorKeys vendorKeys =
      new VendorKeys(List.of("ghp_{20}", "AKIA{16}", "SG.{20}"), null);
  private final Triggers triggers = new Triggers(vendorKeys);

  @Test
  void pairs_anyTwoCharactersAnywhere_tellPlacesAndDigits() {
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 128; second++) {
        boolean place = place((char) first, (char) second);
        for (int at = 0; at < Latin1.PAIRS; at++) {
          long word = (long) (second << 8 | first) << at * Byte.SIZE;
          int digits = (at > 0 && digit(first & 0x7f) ? 1 : 0) + (digit(second) ? 1 : 0);
          String as = first + " " + second + " at " + at;
          assertThat(triggers.pairs(word) & Triggers.MOST_DIGITS).as(as).isEqualTo(digits);
          assertThat(triggers.pairs(word) > Triggers.MOST_DIGITS).as(as).isEqualTo(place);
          assertThat(triggers.places(word)).as(as).isEqualTo(place ? 1 << at : 0);
        }
      }
    }
  }

  @Test
  void pairs_wordOfDigitsOrOfPlaces_areAllCounted() {
    assertThat(triggers.pairs(Latin1.word(Latin1.of("01234567"), 0))).isEqualTo(7);
    long places = Latin1.word(Latin1.of("--------"), 0);
    assertThat(triggers.pairs(places)).isGreaterThan(Triggers.MOST_DIGITS);
    assertThat(triggers.places(places)).isEqualTo(0x7f);
  }

  @Test
  void next_defaultRules_stopsAtNoOtherPair() {
    VendorKeys keys = new VendorKeys(RedactionRules.defaults().vendorKeys, null);
    Triggers all = new Triggers(keys);
    for (char first = 0; first < 128; first++) {
      for (char second = 0; second < 128; second++) {
        String text = "" + first + second;
        boolean place = all.isAlways(second) || keys.pair(first, second) || place(first, second);
        if (Triggers.RARE_SECONDS.indexOf(second) < 0) {
          assertThat(all.next(text, 0, 1, 2) == 1).as(text).isEqualTo(place);
        } else {
          assertThat(place && all.next(text, 0, 1, 2) != 1).as(text).isFalse();
        }
      }
    }
  }

  private boolean place(char first, char second) {
    return (first < 128 && vendorKeys.pair(first, second))
        || List.of(
                "--", "-u", "-U", "-p", "-P", "-a", "-w", "AU", "BY", " '", " \"", "('", "(\"",
                "t;", "\\u", "yJ", "be", "ba", "bE", "bA", "Be", "Ba", "BE", "BA")
            .contains("" + first + second)
        || (Shapes.upper(first) && digit(second));
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }
}
