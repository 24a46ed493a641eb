package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternsTest {

  @ParameterizedTest
  @CsvSource({
    "/health, /health, true",
    "/health, /healthy, false",
    "/health, /health/live, false",
    "/actuator/**, /actuator, true",
    "/actuator/**, /actuator/, true",
    "/actuator/**, /actuator/health/live, true",
    "/actuator/**, /actuators, false",
    "/*, /a, true",
    "/*, /a/b, false",
    "/a/*/c, /a/b/c, true",
    "/a/*/c, /a/b/b/c, false",
    "/**/c, /a/b/b/c, true",
    "/**/*.css, /a/b/x.css, true",
    "/**/*.css, /a/b/x.css/y, false",
    "**, /anything, true",
    "/a*b*c, /aXbYbZc, true",
    "/a*b*c, /aXbYbZ, false",
    "/**/a/*/b, /a/x/a/y/b, true",
  })
  void matches_pattern_asDocumented(String pattern, String path, boolean matches) {
    assertThat(new PathPatterns(List.of(pattern)).matches(path)).isEqualTo(matches);
  }
}
