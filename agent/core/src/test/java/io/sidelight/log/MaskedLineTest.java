package io.sidelight.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedLineTest {

  private final EventLog events =
      EventLog.start(
          OutputSettings.builder().build(),
          Levels.of(Level.INFO, Map.of()),
          new Redactor(RedactionRules.defaults()));
  private final ApplicationLog log = ApplicationLog.install(events, config("logs=json"));

  @Test
  void text_maskingFails_isWithheldWithWhatIsKnown() {
    String line = MaskedLine.text(MaskedLineTest::endless, this::withheld);

    assertThat(line)
        .contains("\"level\":\"WARN\",\"logger\":\"shop.Orders\"", MaskedLine.WITHHELD)
        .contains("\"ts\":\"1970-01-01T00:00:00.005Z\"")
        .endsWith("}\n");
  }

  @Test
  void bytes_nothingIsKnown_isALineOfTheAgents() {
    byte[] line =
        MaskedLine.bytes(
            () -> {
              throw new NoSuchMethodError();
            },
            () -> {
              throw new IllegalStateException("getLevel");
            });

    assertThat(new String(line, StandardCharsets.UTF_8))
        .contains("\"logger\":\"sidelight\"", MaskedLine.WITHHELD)
        .endsWith("}\n");
  }

  @Test
  void text_nullOfMasking_leavesTheLine() {
    assertThat(MaskedLine.text(() -> null, this::withheld)).isNull();
    assertThat(MaskedLine.text(() -> "masked", this::withheld)).isEqualTo("masked");
  }

  @ParameterizedTest
  @ValueSource(strings = {"logs=json", "logs.redact=true"})
  void withoutAdvice_linesAreToBeMasked_hasOneOfEachType(String options) {
    log.configure(config(options));

    assertThat(MaskedLine.withoutAdvice(String.class))
        .isInstanceOf(String.class)
        .asString()
        .contains(MaskedLine.WITHHELD);
    assertThat(MaskedLine.withoutAdvice(byte[].class)).isInstanceOf(byte[].class);
    assertThat(MaskedLine.withoutAdvice(StringBuilder.class)).isInstanceOf(StringBuilder.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "logs=off", "logs=off;logs.redact=true"})
  void withoutAdvice_linesAreNotMasked_leavesThem(String options) {
    log.configure(config(options));

    assertThat(MaskedLine.withoutAdvice(String.class)).isNull();
  }

  private byte[] withheld() {
    return log.line(
        new ApplicationLine("shop.Orders", Level.WARN, MaskedLine.WITHHELD).at(5), null);
  }

  @SuppressWarnings("InfiniteRecursion") // that is what it is for
  private static String endless() {
    return endless() + "x";
  }

  private static Config config(String options) {
    return LiveConfig.load(options).current();
  }
}
