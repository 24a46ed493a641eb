package io.sidelight.instrumentation.sample;

import io.sidelight.weaver.Recorder;
import net.bytebuddy.asm.Advice;

/** Takes an argument of every primitive type. */
final class PrimitivesAdvice {

  private PrimitivesAdvice() {}

  @Advice.OnMethodEnter
  static double enter(
      @Advice.Argument(0) boolean z,
      @Advice.Argument(1) byte b,
      @Advice.Argument(2) char c,
      @Advice.Argument(3) short s,
      @Advice.Argument(4) int i,
      @Advice.Argument(5) long l,
      @Advice.Argument(6) float f,
      @Advice.Argument(7) double d,
      @Advice.Argument(8) String end) {
    Recorder.record("enter", z, b, c, s, i, l, f, d, end);
    return d;
  }

  @Advice.OnMethodExit
  static void exit(@Advice.Enter double token, @Advice.Argument(8) String end) {
    Recorder.record("exit", token, end);
  }
}
