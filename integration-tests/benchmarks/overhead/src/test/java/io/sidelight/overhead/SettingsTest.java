package io.sidelight.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Properties properties = new Properties();

  @Test
  void of_subjectsChosen_alwaysHoldsTheOneToCompareWith() {
    properties.setProperty("subjects", "access-log");

    assertThat(Settings.of(properties).subjects())
        .containsExactly(Subject.NONE, Subject.ACCESS_LOG);
  }

  @Test
  void of_emptyProperty_countsAsAbsent() {
    properties.setProperty("subjects", "none");
    properties.setProperty("rounds", "");

    assertThat(Settings.of(properties).rounds()).isEqualTo(5);
  }

  @Test
  void of_quick_takesOneRoundUnlessTold() {
    properties.setProperty("subjects", "none");
    properties.setProperty("quick", "true");
    assertThat(Settings.of(properties).rounds()).isEqualTo(1);

    properties.setProperty("rounds", "2");
    assertThat(Settings.of(properties).rounds()).isEqualTo(2);
  }

  @Test
  void of_agentMissing_saysWhatToDo() {
    properties.setProperty("agent", "no-such.jar");
    properties.setProperty("subjects", "sidelight");

    assertThatThrownBy(() -> Settings.of(properties))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-Dagent");
  }

  @Test
  void of_numberThatIsNone_isRefused() {
    properties.setProperty("rounds", "0");

    assertThatThrownBy(() -> Settings.of(properties)).hasMessageContaining("rounds");
  }
}
