package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Asks for a field that the class has no access to. */
final class SecretFieldAdvice {

  private SecretFieldAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("secret") int secret) {
    Recorder.record(secret);
  }
}
