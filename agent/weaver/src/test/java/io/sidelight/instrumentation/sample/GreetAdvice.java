package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;
import sample.library.Service;

/** Asks for everything that advice can be given. */
final class GreetAdvice {

  private GreetAdvice() {}

  @Advice.OnMethodEnter
  static Object enter(
      @Advice.This Service service,
      @Advice.Argument(0) String name,
      @Advice.Argument(1) int times) {
    Recorder.record("enter", service, name, times);
    return "token of " + name;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.This Service service,
      @Advice.Enter Object token,
      @Advice.Argument(0) String name,
      @Advice.Argument(1) int times,
      @Advice.Return String result,
      @Advice.Thrown Throwable thrown) {
    Recorder.record("exit", service, token, name, times, result, thrown);
  }
}
