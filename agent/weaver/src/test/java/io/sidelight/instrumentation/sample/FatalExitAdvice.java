package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Advice;
import io.sidelight.weaver.Recorder;

/** Meets a fatal error of the JVM after the method. */
final class FatalExitAdvice {

  private FatalExitAdvice() {}

  @Advice.OnMethodExit(onThrowable = true)
  static void exit() {
    Recorder.record("exit");
    throw Recorder.FATAL;
  }
}
