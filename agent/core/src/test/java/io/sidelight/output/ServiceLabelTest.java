package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LineSchema;
import io.sidelight.event.Level;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceLabelTest {

  @Test
  void name_unconfigured_isFoundOutOnceAndLate() {
    AtomicInteger asked = new AtomicInteger();
    ServiceLabel label =
        ServiceLabel.unconfigured(() -> "shop" + asked.incrementAndGet(), () -> true);

    assertThat(asked).hasValue(0);
    assertThat(label.name()).isEqualTo("shop1");
    assertThat(label.name()).isEqualTo("shop1");
  }

  @Test
  void name_givenByAFramework_isThatOneFromThenOn() {
    ServiceLabel label = ServiceLabel.unconfigured(() -> "shop", () -> true);
    assertThat(label.name()).isEqualTo("shop");

    label.applicationIs(" orders ");
    assertThat(label.name()).isEqualTo("orders");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb"})
  void name_givenByAFrameworkButOfNoUse_isIgnored(String given) {
    ServiceLabel label = ServiceLabel.unconfigured(() -> "shop", () -> true);

    label.applicationIs(given);
    label.applicationIs("x".repeat(257));
    label.applicationIs(null);
    assertThat(label.name()).isEqualTo("shop");
  }

  @Test
  void name_configuredOrOfAServer_staysWhateverAFrameworkSays() {
    ServiceLabel configured = ServiceLabel.of("shop");
    configured.applicationIs("orders");
    assertThat(configured.name()).isEqualTo("shop");

    ServiceLabel server = ServiceLabel.unconfigured(() -> "tomcat", () -> false);
    server.applicationIs("orders");
    assertThat(server.name()).isEqualTo("tomcat");
  }

  @ParameterizedTest
  @EnumSource(LineSchema.class)
  void line_afterTheNameIsKnown_hasIt(LineSchema schema) {
    ServiceLabel label = ServiceLabel.unconfigured(() -> "shop", () -> true);
    LineEncoder encoder =
        TestLines.encoder(TestLines.settings().schema(schema).service(label).env("prod"));
    assertThat(line(encoder)).contains("\"shop\"").contains("\"prod\"");

    label.applicationIs("orders");
    assertThat(line(encoder)).contains("\"orders\"").contains("\"prod\"").doesNotContain("shop");
  }

  private static String line(LineEncoder encoder) {
    return TestLines.text(
        encoder.encode(TestLines.event("x", Level.INFO), null, TestLines.redactor()));
  }
}
