package io.sidelight.instrumentation.steps;

import io.sidelight.step.StepTimer;
import io.sidelight.weaver.JoinPointLabel;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a method that is over when it returns. */
final class StepAdvice {

  private StepAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@JoinPointLabel String name) {
    return StepTimer.begin(name);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object timer, @Advice.Thrown @Nullable Throwable thrown) {
    if (timer != null) {
      ((StepTimer) timer).end(null, thrown);
    }
  }
}
