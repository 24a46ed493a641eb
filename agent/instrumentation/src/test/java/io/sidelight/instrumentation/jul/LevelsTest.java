package io.sidelight.instrumentation.jul;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Level;
import org.junit.jupiter.api.Test;

class LevelsTest {

  @Test
  void of_levelsOfTheJdkAndBetween() {
    assertThat(Levels.of(java.util.logging.Level.SEVERE.intValue())).isEqualTo(Level.ERROR);
    assertThat(Levels.of(java.util.logging.Level.WARNING.intValue())).isEqualTo(Level.WARN);
    assertThat(Levels.of(java.util.logging.Level.INFO.intValue())).isEqualTo(Level.INFO);
    assertThat(Levels.of(java.util.logging.Level.CONFIG.intValue())).isEqualTo(Level.DEBUG);
    assertThat(Levels.of(java.util.logging.Level.FINE.intValue())).isEqualTo(Level.DEBUG);
    assertThat(Levels.of(java.util.logging.Level.FINER.intValue())).isNull();
    assertThat(Levels.of(1100)).as("JBoss's FATAL").isEqualTo(Level.ERROR);
    assertThat(Levels.of(850)).isEqualTo(Level.INFO);
  }

  @Test
  void value_ofEachLevel_isOfThatLevel() {
    for (Level level : Level.values()) {
      assertThat(Levels.of(Levels.value(level))).isEqualTo(level);
      assertThat(Levels.of(Levels.value(level) - 1)).isNotEqualTo(level);
    }
  }
}
