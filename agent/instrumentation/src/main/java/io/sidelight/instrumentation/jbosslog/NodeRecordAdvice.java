package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Levels;
import io.sidelight.log.Verbosity;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** After {@code LoggerNode.isLoggable(ExtLogRecord)}, which asks the logger's filter. */
final class NodeRecordAdvice {

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
