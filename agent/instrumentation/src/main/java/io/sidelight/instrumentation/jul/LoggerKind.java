package io.sidelight.instrumentation.jul;

import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Whether a class of loggers logs by the JDK's {@code log(LogRecord)}, or by one of its own. */
final class LoggerKind extends ClassValue<Boolean> {

  private static final LoggerKind KINDS = new LoggerKind();

  private LoggerKind() {}

  static boolean logsAsTheJdk(Logger logger) {
    return logger.getClass() == Logger.class || KINDS.get(logger.getClass());
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    try {
      return type.getMethod("log", LogRecord.class).getDeclaringClass() == Logger.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }
}
