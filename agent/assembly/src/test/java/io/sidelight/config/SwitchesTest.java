package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.agent.Instrumentations;
import io.sidelight.weaver.LibraryInstrumentation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The members of the family {@code instrument.<name>}. */
class SwitchesTest {

  private static final List<String> NAMES =
      List.of(
          "tomcat",
          "jetty",
          "undertow",
          "servlet",
          "spring",
          "jax-rs",
          "jdk-http",
          "okhttp",
          "apache-http",
          "jetty-client",
          "url-connection",
          "concurrent",
          "serial-executors",
          "logback",
          "log4j",
          "jul");

  static Stream<String> names() {
    return NAMES.stream();
  }

  @Test
  void declaration_ofEverySwitch_isAFlagThatIsOnWithSentencesForHelp() {
    assertThat(Instrumentations.switches().options())
        .extracting(Option::name)
        .containsExactlyElementsOf(NAMES.stream().map("instrument."::concat).toList());
    assertThat(Instrumentations.switches().options())
        .allSatisfy(
            option -> {
              assertThat(option.name()).matches("[a-z]+([.-][a-z0-9]+)*");
              assertThat(option.defaultText()).isEqualTo("true");
              assertThat(option.help()).endsWith(".").doesNotContain("|").doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void switchedOff_byEnvironment_dropsItsInstrumentationsAndOnlyThose(String name) {
    String variable = "SIDELIGHT_INSTRUMENT_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    Config config = config(Map.of(variable, "false"));

    assertThat(config.problems()).isEmpty();
    assertThat(config.isInstrumented(name)).isFalse();
    assertThat(NAMES).filteredOn(each -> !config.isInstrumented(each)).containsExactly(name);
    assertThat(enabled(config)).isNotEmpty();
    assertThat(enabled(config).size()).isLessThan(enabled(config(Map.of())).size());
  }

  @Test
  void switchedOff_concurrent_dropsSerialExecutorsToo() {
    List<String> enabled = enabled(config(Map.of("SIDELIGHT_INSTRUMENT_CONCURRENT", "false")));

    assertThat(enabled).doesNotContain("concurrent", "serial-executors");
  }

  @Test
  void unknownSwitch_isReportedWithTheNearestAndIsNoOption() {
    Config config = config(Map.of("SIDELIGHT_INSTRUMENT_TOMCTA", "false"));

    assertThat(config.problems())
        .singleElement()
        .asString()
        .contains("SIDELIGHT_INSTRUMENT_TOMCTA", "SIDELIGHT_INSTRUMENT_TOMCAT");
    assertThat(config.isInstrumented("tomcat")).isTrue();
  }

  @Test
  void familyItself_isNoOption() {
    assertThat(config(Map.of("SIDELIGHT_INSTRUMENT", "false")).problems()).hasSize(1);
  }

  @Test
  void report_ofAllOptions_hasARowForEachSwitch() throws IOException {
    StringBuilder report = new StringBuilder();

    OptionsReport.print(config(Map.of()), report);

    assertThat(report).contains(NAMES.stream().map("sidelight.instrument."::concat).toList());
    assertThat(report).doesNotContain("<name>");
  }

  private static Config config(Map<String, String> environment) {
    Inputs inputs = new Inputs(Map.of(), environment, null);
    return LiveConfig.load(inputs, Options.catalog(Instrumentations.switches())).current();
  }

  @SuppressWarnings("NullAway") // asked only where steps are configured
  private static List<String> enabled(Config config) {
    return Instrumentations.enabled(config, null).stream()
        .map(LibraryInstrumentation::name)
        .toList();
  }
}
