package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {

  @ParameterizedTest
  @CsvSource({
    "com.acme.*, com.acme.Order, true, true",
    "com.acme.*, com.acme.a/b, true, false",
    "*.example.com, api.example.com, true, true",
    "*.example.com, a/b.example.com, true, false",
    "**.example.com, a/b.example.com, true, true",
    "a*b*c, a/b/b/c, true, false",
    "a**b*c, a/b/bc, true, true",
    "a*, b, false, false",
    "*, '', true, true",
  })
  void matches_pattern_starsStayWithinASegmentInPathsAlone(
      String pattern, String text, boolean asName, boolean asPath) {
    assertThat(Globs.matches(pattern, text)).isEqualTo(asName);
    assertThat(Globs.matchesPath(pattern, text)).isEqualTo(asPath);
  }
}
