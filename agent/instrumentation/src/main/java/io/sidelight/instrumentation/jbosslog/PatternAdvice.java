package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Formatters;
import io.sidelight.instrumentation.jul.Records;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.weaver.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** After {@code MultistepFormatter.format}, which a formatter with a pattern inherits. */
final class PatternAdvice {

  private PatternAdvice() {}

  @Advice.OnMethodExit
  static @Nullable String exit(
      @Advice.This Object formatter,
      @Advice.Argument(0) ExtLogRecord record,
      @Advice.Return String rendered) {
    ApplicationLog log = ApplicationLog.get();
    if (!(formatter instanceof PatternFormatter)) {
      return null;
    }
    if (log.isJson() && Formatters.isReplaced((PatternFormatter) formatter, Steps::reason)) {
      return Records.json(ExtRecords.line(record), LoggedLine.requestOf(record));
    }
    return log.isJson() || log.masks() ? log.masked(rendered) : null;
  }
}
