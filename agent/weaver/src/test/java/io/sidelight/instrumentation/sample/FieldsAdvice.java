package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Sees a field of a superclass and a static one. */
final class FieldsAdvice {

  private FieldsAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.FieldValue("label") String label, @Advice.FieldValue("shared") Object shared) {
    Recorder.record(label, shared);
  }
}
