package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemsTest {
  private static final Option<Integer> PIN =
      Option.of("debug.pin", new CountKind(0, 9999), 0, "A secret number.").secret();

  @TempDir Path folder;

  @Test
  void unknownName_nearAKnownOne_isToldWithIt() throws IOException {
    Config config =
        new Fixture()
            .property("sidelight.fromat", "json")
            .variable("SIDELIGHT_OUTPUT_MAXSIZE", "1MB")
            .argument("Level=DEBUG;levle.http=DEBUG")
            .file(folder.resolve("f"), "redact.key=a")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.fromat is not known to Sidelight; did you mean"
                + " sidelight.format?",
            "The environment variable SIDELIGHT_OUTPUT_MAXSIZE is not known to Sidelight; did you"
                + " mean SIDELIGHT_OUTPUT_MAX_SIZE?",
            "The option Level of the agent argument is not known to Sidelight; did you mean level?",
            "The option levle.http of the agent argument is not known to Sidelight; did you mean"
                + " level.http?",
            "The option redact.key of the options file is not known to Sidelight; did you mean"
                + " redact.keys?");
  }

  @Test
  void unknownName_nearNone_isToldWithoutASuggestionOrItsValue() {
    Config config =
        new Fixture()
            .property("sidelight.colour", "s3cret")
            .property("sidelight.", "s3cret")
            .property("sidelight.level.", "s3cret")
            .property("other.colour", "red")
            .variable("SIDELIGHT_LEVEL_", "s3cret")
            .config();

    assertThat(config.problems())
        .contains("The system property sidelight.colour is not known to Sidelight and is left out.")
        .hasSize(4)
        .noneMatch(problem -> problem.contains("s3cret"));
  }

  @Test
  void malformedArgument_isToldByItsPlaceAndNotByItsText() {
    Config config = new Fixture().argument("env=x;s3cret; =s3cret;version=1").config();

    assertThat(config.problems())
        .containsExactly(
            "Part 2 of the agent argument is not name=value and is left out.",
            "Part 3 of the agent argument is not name=value and is left out.");
    assertThat(config.get(Options.VERSION)).isEqualTo("1");
  }

  @Test
  void badValue_namesTheValueUsedInstead() {
    Config config =
        new Fixture()
            .property("sidelight.slow.request", "5")
            .property("sidelight.format", "")
            .argument("level.http=LOUD")
            .config();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.format is \"\" but must be auto, json or text; auto"
                + " (default) is used instead.",
            "The system property sidelight.slow.request is \"5\" but must be a duration with its"
                + " unit (ms, s, m, h) from 0ms to 24h; 1s (default) is used instead.",
            "The option level.http of the agent argument is \"LOUD\" but must be DEBUG, INFO, WARN"
                + " or ERROR; the level of the parent logger is used instead.");
    assertThat(config.levels()).containsOnlyKeys("");
  }

  @Test
  void badValue_ofASecret_isNeverShown() {
    Config config =
        new Fixture()
            .property("sidelight.debug.pin", "hunter2")
            .argument("debug.pin=1234")
            .load(new Catalog(List.of(PIN)))
            .current();

    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.debug.pin must be a whole number from 0 to 9999;"
                + " [REDACTED] (agent argument) is used instead.");
    assertThat(config.nonDefault()).containsEntry("debug.pin", "[REDACTED] (agent argument)");
    assertThat(config.get(PIN)).isEqualTo(1234);
  }

  @Test
  void hostileText_inNamesAndValues_isEscapedAndCut() {
    Config config =
        new Fixture()
            .property("sidelight.a\n\u001b[31m\u202e\ud800", "x")
            .property("sidelight." + "y".repeat(100_000), "x")
            .property("sidelight.env", "a\r\nINFO forged")
            .property("sidelight.level.\u2028x", "DEBUG")
            .property("sidelight.service", "z".repeat(1000))
            .property("sidelight.version", "1\u202e2")
            .config();

    assertThat(config.problems())
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).matches("[ -~]{1,500}"))
        .anyMatch(problem -> problem.contains("sidelight.a\\u000a\\u001b[31m\\u202e\\ud800"))
        .anyMatch(problem -> problem.contains("\"a\\u000d\\u000aINFO forged\""));
    assertThat(config.nonDefault())
        .containsEntry("level.\\u2028x", "DEBUG (system property)")
        .containsEntry("version", "1\\u202e2 (system property)");
  }

  @Test
  void file_thatIsMissing_isTold() {
    String path = folder.resolve("none").toString();

    assertThat(new Fixture().argument("config=" + path).config().problems())
        .containsExactly(
            "The options file " + path + " does not exist, so none of its options is in force.");
  }

  @Test
  void file_thatIsAFolder_isTold() {
    assertThat(new Fixture().argument("config=" + folder).config().problems())
        .singleElement()
        .asString()
        .contains("is not a regular file");
  }

  @Test
  void file_withBrokenEscape_isToldWithTheRemedy() throws IOException {
    Fixture fixture = new Fixture().file(folder.resolve("f"), "env=a\noutput=C:\\users\\a.log");

    assertThat(fixture.config().problems()).singleElement().asString().contains("two backslashes");
    assertThat(fixture.config().get(Options.ENV)).isEmpty();
  }

  @Test
  void file_thatIsHuge_isRefused() throws IOException {
    Path file = folder.resolve("f");
    Files.writeString(file, "env=a\n#" + "x".repeat(OptionsFile.MAX_CHARS));

    assertThat(new Fixture().argument("config=" + file).config().problems())
        .singleElement()
        .asString()
        .contains("is larger than");
  }

  @Test
  void variables_ofOtherPrefixesAndCases_areNotOurs() {
    Config config =
        new Fixture().variable("SIDELIGHTS", "x").variable("sidelight_level", "DEBUG").config();

    assertThat(config.problems()).isEmpty();
    assertThat(config.nonDefault()).isEmpty();
  }
}
