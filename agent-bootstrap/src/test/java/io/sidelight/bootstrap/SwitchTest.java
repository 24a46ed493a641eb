package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchTest {

  @Test
  void switch_nothingSet_isOn() {
    assertThat(Switch.isOff(null, null, null)).isFalse();
    assertThat(Switch.isOff("", "", "")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "FALSE", "False", " false "})
  void switch_falseFromAnySource_isOff(String value) {
    assertThat(Switch.isOff(value, null, null)).isTrue();
    assertThat(Switch.isOff(null, value, null)).isTrue();
    assertThat(Switch.isOff(null, null, "enabled=" + value)).isTrue();
  }

  @Test
  void switch_sourcesDisagree_strongerOneCounts() {
    assertThat(Switch.isOff("true", "false", "enabled=false")).isFalse();
    assertThat(Switch.isOff("false", "true", "enabled=true")).isTrue();
    assertThat(Switch.isOff(null, "true", "enabled=false")).isFalse();
    assertThat(Switch.isOff(null, "false", "enabled=true")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "no", "0", "off", "falsehood"})
  void switch_valueThatIsNoFlag_leavesTheWordToTheNextSource(String value) {
    assertThat(Switch.isOff(value, null, null)).isFalse();
    assertThat(Switch.isOff(value, "false", null)).isTrue();
    assertThat(Switch.isOff(null, value, "enabled=false")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "enabled=false, true",
    "sidelight.enabled=false, true",
    "service=shop;enabled=false, true",
    "enabled=false;service=shop, true",
    "; ;enabled = false;, true",
    "'requests.ignore=/a,/b;enabled=false', true",
    "enabled=false;enabled=true, false",
    "enabled=true;enabled=false, true",
    "enabled, false",
    "=false, false",
    "enabledx=false, false",
    "service=enabled=false, false",
    "Enabled=false, false",
  })
  void switch_agentArgument_isReadLikeAnyOption(String arguments, boolean off) {
    assertThat(Switch.isOff(null, null, arguments)).isEqualTo(off);
  }
}
