package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Meets a fatal error of the JVM after the method. */
final class FatalExitAdvice {

  private FatalExitAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit() {
    Recorder.record("exit");
    throw Recorder.FATAL;
  }
}
