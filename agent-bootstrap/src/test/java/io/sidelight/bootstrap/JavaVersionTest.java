package io.sidelight.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaVersionTest {

  @ParameterizedTest
  @CsvSource({"1.7, 7", "1.8, 8", "9, 9", "11, 11", "17, 17", "25, 25", "100, 100"})
  void feature_specificationVersion_isItsNumber(String version, int feature) {
    assertThat(JavaVersion.feature(version)).isEqualTo(feature);
  }

  @ParameterizedTest
  @CsvSource({"''", "1.", "seventeen", "17.0.15", "25-ea"})
  void feature_unreadable_isTakenForTooOld(String version) {
    assertThat(JavaVersion.feature(version)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1.8, true",
    "9, true",
    "10, true",
    "11, false",
    "12, false",
    "25, false",
    "'', true"
  })
  void tooOld_comparedWithEleven_isOlder(String version, boolean tooOld) {
    assertThat(JavaVersion.tooOld(version)).isEqualTo(tooOld);
  }

  @Test
  void tooOld_thisJvm_isNot() {
    assertThat(JavaVersion.tooOld()).isFalse();
  }

  @Test
  void complaint_always_isOneLineThatNamesBothVersions() {
    assertThat(JavaVersion.complaint())
        .startsWith("sidelight: ")
        .contains("Java 11", System.getProperty("java.version"))
        .doesNotContain("\n");
  }
}
