package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void of_oddNumberOfFigures_takesTheMiddleOne() {
    assertThat(Spread.of(3, 1, 7)).isEqualTo(new Spread(1, 3, 7));
  }

  @Test
  void of_evenNumberOfFigures_takesTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(4, 1, 2, 9)).isEqualTo(new Spread(1, 3, 9));
  }

  @Test
  void of_unknownFigures_leavesThemOut() {
    assertThat(Spread.of(Double.NaN, 2, 1, 3)).isEqualTo(new Spread(1, 2, 3));
  }

  @Test
  void text_figuresOneOrNone_isWhatThereIs() {
    assertThat(Spread.of(1, 2, 4).text("%.1f")).isEqualTo("1.0 – 2.0 – 4.0");
    assertThat(Spread.of(2).text("%.1f")).isEqualTo("2.0");
    assertThat(Spread.of(Double.NaN).text("%.1f")).isEqualTo("–");
  }
}
