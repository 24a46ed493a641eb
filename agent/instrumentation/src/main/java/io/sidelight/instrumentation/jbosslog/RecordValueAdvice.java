package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code ExtLogRecord.getMdc(String)}, which patterns show. */
final class RecordValueAdvice {

  private RecordValueAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable String exit(
      @Advice.This Object record,
      @Advice.Argument(0) @Nullable String key,
      @Advice.Return @Nullable String own) {
    LoggedRequest request = own == null ? LoggedLine.requestOf(record) : null;
    return request == null ? null : request.value(key);
  }
}
