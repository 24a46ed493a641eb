package io.sidelight.instrumentation.jul;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.LiveConfig;
import io.sidelight.log.Verbosity;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlerLevelAdviceTest {

  private final Handler handler = new StreamHandler();

  @BeforeEach
  void open() {
    Verbosity.configure(LiveConfig.load("level.shop=DEBUG").current());
  }

  @AfterEach
  void reset() {
    Verbosity.configure(LiveConfig.load("").current());
  }

  @Test
  void openedLine_handlerAtInfo_passes() {
    assertThat(handler.getLevel()).isEqualTo(Level.INFO);
    assertThat(replaced("shop.Orders", Level.FINE)).isTrue();
    assertThat(replaced("shop.Orders", Level.CONFIG)).isTrue();
  }

  @Test
  void lineOfAnotherLoggerOrBelowDebug_staysOut() {
    assertThat(replaced("other", Level.FINE)).isNull();
    assertThat(replaced(null, Level.FINE)).isNull();
    assertThat(replaced("shop.Orders", Level.FINER)).isNull();
  }

  @Test
  void openedLine_handlerForWarningsOrOff_staysOut() {
    for (Level level : new Level[] {Level.WARNING, Level.SEVERE, Level.OFF}) {
      handler.setLevel(level);
      assertThat(replaced("shop.Orders", Level.FINE)).as("%s", level).isNull();
    }
  }

  @Test
  void openedLine_handlerWithFilter_isTheFiltersToDecide() {
    handler.setFilter(record -> true);
    assertThat(replaced("shop.Orders", Level.FINE)).isNull();
  }

  private @Nullable Boolean replaced(@Nullable String logger, Level level) {
    LogRecord record = new LogRecord(level, "message");
    record.setLoggerName(logger);
    return JulLoggerAdvice.HandlerLevelAdvice.exit(handler, record, handler.isLoggable(record));
  }
}
