package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Levels;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Advice for loggers. */
final class JbossLoggerAdvice {

  private JbossLoggerAdvice() {}

  /** Before {@code Logger.logRaw(ExtLogRecord)}: the moment of logging. */
  @AdviceOn(
      type = "org.jboss.logmanager.Logger",
      method = "logRaw",
      descriptor = "(Lorg/jboss/logmanager/ExtLogRecord;)V")
  static final class LogRawAdvice {

    private LogRawAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) @Nullable Object record) {
      if (record != null) {
        LoggedLine.logged(record);
      }
    }
  }

  /**
   * After {@code LoggerNode.getEffectiveLevel}, which is what every method of a logger compares
   * with its level in 2.1. The node itself inherits levels by its fields.
   */
  @AdviceOn(
      type = "org.jboss.logmanager.LoggerNode",
      method = "getEffectiveLevel",
      descriptor = "()I")
  static final class EffectiveLevelAdvice {

    private EffectiveLevelAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Integer exit(
        @Advice.FieldValue("fullName") String logger, @Advice.Return int level) {
      return Verbosity.isActive() ? Thresholds.of(logger, level) : null;
    }
  }

  /** After {@code LoggerNode.isLoggableLevel}, which is what a logger asks since 3.0. */
  @AdviceOn(
      type = "org.jboss.logmanager.LoggerNode",
      method = "isLoggableLevel",
      descriptor = "(I)Z",
      in = Presence.SOME_VERSIONS)
  static final class NodeLevelAdvice {

    private NodeLevelAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("fullName") String logger,
        @Advice.Argument(0) int level,
        @Advice.Return boolean enabled) {
      if (!Verbosity.isActive()) {
        return null;
      }
      switch (Verbosity.of(logger, Levels.of(level), enabled)) {
        case OPEN:
        case KEPT:
          return true;
        case CLOSED:
          return false;
        default:
          return null;
      }
    }
  }

  /** After {@code LoggerNode.isLoggable(ExtLogRecord)}, which asks the logger's filter. */
  @AdviceOn(
      type = "org.jboss.logmanager.LoggerNode",
      method = "isLoggable",
      descriptor = "(Lorg/jboss/logmanager/ExtLogRecord;)Z")
  static final class NodeRecordAdvice {

    private NodeRecordAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("fullName") String logger,
        @Advice.FieldValue("effectiveLevel") int own,
        @Advice.Argument(0) ExtLogRecord record,
        @Advice.Return boolean passes) {
      if (!passes || !Verbosity.isActive()) {
        return null;
      }
      int level = record.getLevel().intValue();
      boolean enabled = Thresholds.enabled(level, own);
      if (Verbosity.of(logger, Levels.of(level), enabled) != Verbosity.Verdict.KEPT) {
        return null;
      }
      Verbosity.keep(() -> ExtRecords.line(record));
      return false;
    }
  }
}
