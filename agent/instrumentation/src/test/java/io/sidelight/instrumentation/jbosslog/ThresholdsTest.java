package io.sidelight.instrumentation.jbosslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LiveConfig;
import io.sidelight.log.Verbosity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

  private static final int TRACE = 400;
  private static final int DEBUG = 500;
  private static final int CONFIG = 700;
  private static final int INFO = 800;
  private static final int OFF = Integer.MAX_VALUE;

  @AfterEach
  void reset() {
    configure("");
  }

  @Test
  void of_nothingSet_isTheLoggersOwn() {
    configure("level.other=DEBUG");
    for (int own : new int[] {Integer.MIN_VALUE, TRACE, DEBUG, CONFIG, INFO, 850, 1100, OFF}) {
      assertThat(Thresholds.of("shop.Orders", own)).isEqualTo(own);
    }
  }

  @Test
  void of_openedLogger_isDebug() {
    configure("level.shop=DEBUG");
    assertThat(Thresholds.of("shop.Orders", INFO)).isEqualTo(DEBUG);
    assertThat(Thresholds.of("shop.Orders", OFF)).isEqualTo(DEBUG);
    assertThat(Thresholds.of("shop.Orders", TRACE)).isEqualTo(DEBUG);
  }

  @Test
  void of_closedLogger_isWhatIsLeft() {
    configure("level.shop=ERROR");
    assertThat(Thresholds.of("shop.Orders", TRACE)).isEqualTo(1000);
    assertThat(Thresholds.of("shop.Orders", INFO)).isEqualTo(1000);
  }

  private void configure(String arguments) {
    Verbosity.configure(LiveConfig.load(arguments).current());
  }
}
