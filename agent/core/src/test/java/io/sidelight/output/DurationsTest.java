package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {

  private static final long LIMIT = 300_000_000;

  @Test
  void duration_shownAsTheThreshold_reachesIt() {
    assertThat(Durations.hundredthsOfMillis(LIMIT - 4_000)).isEqualTo(30_000);
    assertThat(Durations.reach(LIMIT - 4_000, LIMIT)).isTrue();
    assertThat(Durations.reach(LIMIT, LIMIT)).isTrue();
  }

  @Test
  void duration_shownAsLess_doesNot() {
    assertThat(Durations.reach(LIMIT - 6_000, LIMIT)).isFalse();
  }

  @Test
  void noThreshold_isNeverReached() {
    assertThat(Durations.reach(Long.MAX_VALUE, 0)).isFalse();
  }
}
