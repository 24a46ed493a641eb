package io.sidelight.instrumentation.jul;

import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.Verbosity;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * After {@code Handler.isLoggable(LogRecord)}: a handler passes a line that was opened, since most
 * have a level of INFO to begin with. One that wants warnings or errors alone is left to that, and
 * so is one with a filter.
 */
final class HandlerLevelAdvice {

  private HandlerLevelAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Boolean exit(
      @Advice.This Handler handler,
      @Advice.Argument(0) @Nullable LogRecord record,
      @Advice.Return boolean passes) {
    if (passes || record == null || !Verbosity.isActive()) {
      return null;
    }
    return handler.getLevel().intValue() <= Level.INFO.intValue()
            && handler.getFilter() == null
            && isOpen(record)
        ? true
        : null;
  }

  private static boolean isOpen(LogRecord record) {
    io.sidelight.event.Level level = Levels.of(record.getLevel().intValue());
    if (level == null) {
      return false;
    }
    LoggedRequest request = LoggedLine.requestOf(record);
    return (request != null && request.debug())
        || Verbosity.of(Records.name(record.getLoggerName()), level, false)
            == Verbosity.Verdict.OPEN;
  }
}
