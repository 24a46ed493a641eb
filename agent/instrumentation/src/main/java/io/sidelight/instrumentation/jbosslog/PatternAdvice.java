package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.Formatters;
import io.sidelight.instrumentation.jul.Records;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import net.bytebuddy.asm.Advice;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** After {@code MultistepFormatter.format}, which a formatter with a pattern inherits. */
final class PatternAdvice {

  private PatternAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.This Object formatter,
      @Advice.Argument(0) ExtLogRecord record,
      @Advice.Return String rendered) {
    ApplicationLog log = ApplicationLog.get();
    if (!(formatter instanceof PatternFormatter)) {
      return null;
    }
    boolean json = log.isJson();
    if (!json && !log.masks()) {
      return null;
    }
    LoggedRequest request = LoggedLine.requestOf(record);
    return MaskedLine.text(
        () ->
            json && Formatters.isReplaced((PatternFormatter) formatter, Steps::reason)
                ? Records.json(ExtRecords.line(record), request)
                : log.masked(rendered),
        () -> Records.withheld(record, request));
  }
}
