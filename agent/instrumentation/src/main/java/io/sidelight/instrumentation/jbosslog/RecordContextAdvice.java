package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.RequestContext;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code ExtLogRecord.getMdcCopy}: a copy that its caller may change. */
final class RecordContextAdvice {

  private RecordContextAdvice() {}

  @Advice.OnMethodExit
  @Advice.AssignReturned.ToReturned
  static @Nullable Map<String, String> exit(
      @Advice.This Object record, @Advice.Return Map<String, String> own) {
    LoggedRequest request = LoggedLine.requestOf(record);
    return request == null ? null : new HashMap<>(RequestContext.of(own, request));
  }
}
