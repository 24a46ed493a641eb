package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Asks for a field that the class has no access to. */
final class SecretFieldAdvice {

  private SecretFieldAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("secret") int secret) {
    Recorder.record(secret);
  }
}
