package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.LoggedLine;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** After {@code ExtLogRecord.wrap}, which puts one of JBoss's records around one of the JDK's. */
final class RecordWrapAdvice {

  private RecordWrapAdvice() {}

  @Advice.OnMethodExit
  static void exit(
      @Advice.Argument(0) @Nullable Object record, @Advice.Return @Nullable Object wrapped) {
    if (record != null && wrapped != null && record != wrapped) {
      LoggedLine.copied(record, wrapped);
    }
  }
}
