package io.sidelight.instrumentation.jul;

import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for loggers, handlers and the context of lines. */
final class JulLoggerAdvice {

  private JulLoggerAdvice() {}

  /** Around {@code Logger.log(LogRecord)}: the moment of logging. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "log",
      descriptor = "(Ljava/util/logging/LogRecord;)V")
  static final class LogAdvice {

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

  /** After {@code Logger.isLoggable(Level)}. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "isLoggable",
      descriptor = "(Ljava/util/logging/Level;)Z")
  static final class LoggerLevelAdvice {

    private LoggerLevelAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.This Logger logger,
        @Advice.Argument(0) Level level,
        @Advice.Return boolean enabled) {
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

  /**
   * After {@code Handler.isLoggable(LogRecord)}: a handler passes a line that was opened, since
   * most have a level of INFO to begin with. One that wants warnings or errors alone is left to
   * that, and so is one with a filter.
   */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Handler",
      method = "isLoggable",
      descriptor = "(Ljava/util/logging/LogRecord;)Z")
  static final class HandlerLevelAdvice {

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

  /**
   * After {@code MDC.get} of SLF4J's adapter where the back end has none, and of JBoss LogManager.
   */
  // In SLF4J 1.7 it is a class file of Java 5, which can't call advice.
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "org.slf4j.helpers.BasicMDCAdapter",
      method = "get",
      descriptor = "(Ljava/lang/String;)Ljava/lang/String;",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.MDC",
      method = "get",
      descriptor = "(Ljava/lang/String;)Ljava/lang/String;")
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.MDC",
      method = "getObject",
      descriptor = "(Ljava/lang/String;)Ljava/lang/Object;")
  static final class ContextGetAdvice {

    private ContextGetAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable Object own) {
      return own == null ? ApplicationLog.get().contextValue(key) : null;
    }
  }
}
