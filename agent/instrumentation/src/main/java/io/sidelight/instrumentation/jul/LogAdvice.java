package io.sidelight.instrumentation.jul;

import io.sidelight.log.LoggedLine;
import io.sidelight.log.Verbosity;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code Logger.log(LogRecord)}: the moment of logging. */
final class LogAdvice {

  private LogAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Argument(0) @Nullable LogRecord record) {
    if (record == null) {
      return null;
    }
    LoggedLine.logged(record);
    if (!Verbosity.isActive()) {
      return null;
    }
    RecordInQuestion.set(record);
    return record;
  }

  /** A filter or a subclass may have left the question out. */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object entered) {
    if (entered != null) {
      RecordInQuestion.clear();
    }
  }
}
