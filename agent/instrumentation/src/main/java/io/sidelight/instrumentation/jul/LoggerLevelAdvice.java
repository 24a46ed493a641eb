package io.sidelight.instrumentation.jul;

import io.sidelight.log.Verbosity;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code Logger.isLoggable(Level)}. */
final class LoggerLevelAdvice {

  private LoggerLevelAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Boolean exit(
      @Advice.This Logger logger, @Advice.Argument(0) Level level, @Advice.Return boolean enabled) {
    if (!Verbosity.isActive()) {
      return null;
    }
    LogRecord record = RecordInQuestion.take(level);
    String name = Records.name(logger.getName());
    switch (Verbosity.of(name, Levels.of(level.intValue()), enabled)) {
      case OPEN:
        return true;
      case CLOSED:
        return false;
      case KEPT:
        return kept(logger, record);
      default:
        return null;
    }
  }

  /** A logger of another kind, whose lines don't come by where they are kept, decides itself. */
  private static @Nullable Boolean kept(Logger logger, @Nullable LogRecord record) {
    if (record != null) {
      Verbosity.keep(() -> Records.line(record, MessageFormatter.message(record)));
      return false;
    }
    return LoggerKind.logsAsTheJdk(logger) ? true : null;
  }
}
