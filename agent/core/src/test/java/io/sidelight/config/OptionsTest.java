package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void names_ofAllOptions_areUniqueInEverySource() {
    Set<String> names = new HashSet<>();
    Set<String> variables = new HashSet<>();

    for (Option<?> option : Options.all()) {
      assertThat(names.add(option.name())).as(option.name()).isTrue();
      assertThat(variables.add(option.environmentName())).as(option.name()).isTrue();
    }
  }

  @Test
  void names_ofAllOptions_areLowerCaseWithDotsAndDashes() {
    for (Option<?> option : Options.all()) {
      assertThat(option.name()).matches("[a-z]+([.-][a-z0-9]+)*(\\.<[a-z]+>)?");
    }
  }

  @Test
  void declaration_ofEveryOption_acceptsItsOwnDefaultAndExample() {
    for (Option<?> option : Options.all()) {
      assertDefaultSurvivesItsText(option);
      assertThat(option.parse(option.example())).as("example of %s", option).isNotNull();
    }
  }

  @Test
  void help_ofEveryOption_isSentencesThatFitATableCell() {
    for (Option<?> option : Options.all()) {
      assertThat(option.help()).endsWith(".").doesNotContain("|").doesNotContain("\n");
    }
  }

  @Test
  void dynamic_ofAllOptions_isWhatMayChangeAtRunTime() {
    assertThat(Options.all())
        .filteredOn(Option::isDynamic)
        .extracting(Option::name)
        .containsExactly(
            "level",
            "level.<logger>",
            "logs",
            "logs.redact",
            "request-id.forward",
            "requests.ignore",
            "slow.request",
            "slow.dependency",
            "dependencies",
            "steps.min",
            "redact.keys",
            "redact.headers",
            "redact.keep",
            "debug.on-failure",
            "debug.header",
            "debug.secret",
            "debug.from",
            "debug.forward");
  }

  private static <T> void assertDefaultSurvivesItsText(Option<T> option) {
    assertThat(option.parse(option.render(option.defaultValue())))
        .as("default of %s", option)
        .isEqualTo(option.defaultValue());
  }
}
