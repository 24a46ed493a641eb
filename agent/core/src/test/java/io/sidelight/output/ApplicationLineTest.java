package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ApplicationLineTest {

  @Test
  void encode_line_hasMessageTimeThreadAndContext() {
    ApplicationLine event =
        new ApplicationLine("com.acme.Orders", Level.ERROR, "placed\norder")
            .at(951_782_400_005L)
            .on("worker")
            .marker("AUDIT")
            .context("order", 17)
            .context("order", "second")
            .context("absent", null)
            .context("tenant", "t1");

    String line = TestLines.encode(TestLines.settings(), event, null);

    assertThat(line)
        .startsWith(
            "{\"ts\":\"2000-02-29T00:00:00.005Z\",\"level\":\"ERROR\","
                + "\"logger\":\"com.acme.Orders\",\"msg\":\"placed\\norder\",\"request_id\":\"-\"")
        .endsWith(
            ",\"markers\":[\"AUDIT\"],\"ctx\":{\"order\":17,\"tenant\":\"t1\"},"
                + "\"thread\":\"worker\"}\n");
  }

  @Test
  void encode_context_isRedactedByKeyAndShape() {
    ApplicationLine event =
        new ApplicationLine("com.acme.Orders", Level.INFO, "token=s3cr3t-value")
            .context("pin", 1234)
            .context("card", 4111111111111111L)
            .context("amount", new BigDecimal("12.50"))
            .context(
                "hostile",
                new Object() {
                  @Override
                  public String toString() {
                    throw new IllegalStateException("hostile");
                  }
                });

    String line = TestLines.encode(TestLines.settings(), event, null);

    assertThat(line)
        .doesNotContain("s3cr3t", "1234", "4111")
        .contains(
            "\"ctx\":{\"pin\":\"[REDACTED]\",\"card\":\"[REDACTED]\",\"amount\":\"12.50\","
                + "\"hostile\":\"(unreadable: java.lang.IllegalStateException)\"}");
  }
}
