package io.sidelight.instrumentation.jbosslog;

import io.sidelight.log.LoggedLine;
import net.bytebuddy.asm.Advice;

/** After the constructor of {@code ExtLogRecord} that copies another one. */
final class RecordCopyAdvice {

  private RecordCopyAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object copy, @Advice.Argument(0) Object record) {
    LoggedLine.copied(record, copy);
  }
}
