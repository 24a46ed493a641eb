package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.LoggedLine;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code Logger.logRaw(ExtLogRecord)}: the moment of logging. */
final class LogRawAdvice {

  private LogRawAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(0) @Nullable Object record) {
    if (record != null) {
      LoggedLine.logged(record);
    }
  }
}
