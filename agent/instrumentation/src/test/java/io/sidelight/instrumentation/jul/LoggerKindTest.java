package io.sidelight.instrumentation.jul;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LoggerKindTest {

  @Test
  void logsAsTheJdk_byWhoDeclaresTheMethod() {
    assertThat(LoggerKind.logsAsTheJdk(Logger.getAnonymousLogger())).isTrue();
    assertThat(LoggerKind.logsAsTheJdk(new Named())).isTrue();
    assertThat(LoggerKind.logsAsTheJdk(new Own())).isFalse();
  }

  private static class Named extends Logger {
    Named() {
      super("named", null);
    }
  }

  private static final class Own extends Named {
    @Override
    public void log(LogRecord record) {}
  }
}
