package io.sidelight.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.sidelight.event.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("sidelight.properties");
  }

  @Test
  void value_withNothingSet_isTheDefault() {
    Config config = new Fixture().config();

    assertThat(config.get(Options.ENABLED)).isTrue();
    assertThat(config.get(Options.SERVICE)).isEmpty();
    assertThat(config.get(Options.SLOW_REQUEST)).isEqualTo(1_000_000_000L);
    assertThat(config.get(Options.OUTPUT_MAX_SIZE)).isEqualTo(10L * 1024 * 1024);
    assertThat(config.get(Options.REQUESTS_IGNORE)).isEmpty();
    assertThat(config.source(Options.OUTPUT)).isEqualTo(Source.DEFAULT);
    assertThat(config.levels()).containsExactly(entry("", Level.INFO));
    assertThat(config.nonDefault()).isEmpty();
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void value_setInSourceAfterSource_isThatOfTheStrongest() throws IOException {
    Fixture fixture = new Fixture().file(file(), "output.queue=100");
    assertQueue(fixture, 100, Source.FILE);

    fixture.argument("output.queue=200");
    assertQueue(fixture, 200, Source.AGENT_ARGUMENT);

    fixture.variable("SIDELIGHT_OUTPUT_QUEUE", "300");
    assertQueue(fixture, 300, Source.ENVIRONMENT);

    fixture.property("sidelight.output.queue", "400");
    assertQueue(fixture, 400, Source.SYSTEM_PROPERTY);
  }

  private static void assertQueue(Fixture fixture, int value, Source source) {
    Config config = fixture.config();
    assertThat(config.get(Options.OUTPUT_QUEUE)).isEqualTo(value);
    assertThat(config.source(Options.OUTPUT_QUEUE)).isEqualTo(source);
    assertThat(config.nonDefault()).containsEntry("output.queue", value + " (" + source + ")");
  }

  @Test
  void value_badInAStrongerSource_isThatOfTheNextOne() {
    Config config =
        new Fixture()
            .property("sidelight.output.queue", "15")
            .variable("SIDELIGHT_OUTPUT_QUEUE", "many")
            .argument("output.queue=16")
            .config();

    assertThat(config.get(Options.OUTPUT_QUEUE)).isEqualTo(16);
    assertThat(config.problems())
        .containsExactly(
            "The system property sidelight.output.queue is \"15\" but must be a whole number from"
                + " 16 to 1048576; 16 (agent argument) is used instead.",
            "The environment variable SIDELIGHT_OUTPUT_QUEUE is \"many\" but must be a whole number"
                + " from 16 to 1048576; 16 (agent argument) is used instead.");
  }

  @Test
  void fileName_fromPropertyEnvironmentOrArgument_isRead() throws IOException {
    Files.writeString(file(), "env=test");
    String path = file().toString();

    assertThat(new Fixture().property("sidelight.config", path).config().get(Options.ENV))
        .isEqualTo("test");
    assertThat(new Fixture().variable("SIDELIGHT_CONFIG", path).config().get(Options.ENV))
        .isEqualTo("test");
    assertThat(new Fixture().argument("config=" + path).config().get(Options.ENV))
        .isEqualTo("test");
  }

  @Test
  void fileName_inTheFile_hasNoEffect() throws IOException {
    Config config = new Fixture().file(file(), "sidelight.config=/other").config();

    assertThat(config.get(Options.CONFIG)).isEqualTo(file().toString());
    assertThat(config.problems())
        .containsExactly(
            "The option sidelight.config in line 1 of the options file has no effect: an options"
                + " file cannot name another.");
  }

  @Test
  void levels_fromSeveralSources_areMergedLoggerByLogger() throws IOException {
    Config config =
        new Fixture()
            .property("sidelight.level", "WARN")
            .property("sidelight.level.http", "debug")
            .variable("SIDELIGHT_LEVEL_HTTP", "ERROR")
            .variable("SIDELIGHT_LEVEL_COM_ACME_BILLING", "DEBUG")
            .variable("SIDELIGHT_LEVEL_com_acme_Pricing", "ERROR")
            .argument("level.deps=INFO")
            .file(file(), "level.deps=ERROR\nsidelight.level.my-app.Some_Class=WARN")
            .config();

    assertThat(config.levels())
        .containsOnly(
            entry("", Level.WARN),
            entry("http", Level.DEBUG),
            entry("com.acme.billing", Level.DEBUG),
            entry("com.acme.Pricing", Level.ERROR),
            entry("deps", Level.INFO),
            entry("my-app.Some_Class", Level.WARN));
    assertThat(config.nonDefault())
        .containsEntry("level.http", "DEBUG (system property)")
        .containsEntry("level.deps", "INFO (agent argument)");
    assertThat(config.problems())
        .containsExactly(
            "The environment variable SIDELIGHT_LEVEL_HTTP has no effect: the system property"
                + " sidelight.level.http sets the same and comes first.");
  }

  @Test
  void emptyVariable_overAFile_countsAsNotSet() throws IOException {
    Config config = new Fixture().variable("SIDELIGHT_ENV", " ").file(file(), "env=prod").config();

    assertThat(config.get(Options.ENV)).isEqualTo("prod");
  }

  @Test
  void agentArgument_withCommasEqualsAndBackslashes_keepsThem() {
    Config config =
        new Fixture()
            .argument(" sidelight.requests.ignore = /a,/b=c ;; output=C:\\logs\\a.log ;env=y;")
            .config();

    assertThat(config.get(Options.REQUESTS_IGNORE)).containsExactly("/a", "/b=c");
    assertThat(config.get(Options.OUTPUT)).isEqualTo("C:\\logs\\a.log");
    assertThat(config.get(Options.ENV)).isEqualTo("y");
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void file_fromWindows_isReadWithItsEscapes() throws IOException {
    String content = "\uFEFFoutput=C:\\\\logs\\\\a.log\r\n# note\r\nenv=prüf 東京\r\nlevel=WARN\r\n";
    Config config = new Fixture().file(file(), content).config();

    assertThat(config.get(Options.OUTPUT)).isEqualTo("C:\\logs\\a.log");
    assertThat(config.get(Options.ENV)).isEqualTo("prüf 東京");
    assertThat(config.get(Options.LEVEL)).isEqualTo(Level.WARN);
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void variable_withCarriageReturnAtTheEnd_isReadWithoutIt() {
    Config config = new Fixture().variable("SIDELIGHT_LEVEL", "DEBUG\r").config();

    assertThat(config.get(Options.LEVEL)).isEqualTo(Level.DEBUG);
  }

  @Test
  void file_thatIsNotUtf8_isReadAsFarAsItGoes() throws IOException {
    Files.write(file(), "# gr\u00fcn\nenv=prod\n".getBytes(StandardCharsets.ISO_8859_1));

    Config config = new Fixture().property("sidelight.config", file().toString()).config();

    assertThat(config.get(Options.ENV)).isEqualTo("prod");
  }

  @Test
  void load_fromTheRunningJvm_seesItsSystemProperties() {
    System.setProperty("sidelight.env", "from-the-jvm");
    try {
      assertThat(LiveConfig.load("version=7").current().get(Options.ENV)).isEqualTo("from-the-jvm");
      assertThat(LiveConfig.load("version=7").current().get(Options.VERSION)).isEqualTo("7");
    } finally {
      System.clearProperty("sidelight.env");
    }
  }

  @Test
  void snapshot_onceLoaded_cannotBeChanged() {
    Config config = new Fixture().property("sidelight.redact.keys", "a,b").config();

    assertThat(config.get(Options.REDACT_KEYS)).isUnmodifiable().isEqualTo(List.of("a", "b"));
    assertThat(config.levels()).isUnmodifiable();
    assertThat(config.nonDefault()).isUnmodifiable();
    assertThat(config.problems()).isUnmodifiable();
  }
}
