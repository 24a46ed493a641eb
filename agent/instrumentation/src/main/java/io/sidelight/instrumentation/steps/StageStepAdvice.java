package io.sidelight.instrumentation.steps;

import io.sidelight.step.StepTimer;
import io.sidelight.weaver.JoinPointLabel;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around a method that may return a stage, whose completion is then its end. */
final class StageStepAdvice {

  private StageStepAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@JoinPointLabel String name) {
    return StepTimer.begin(name);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(
      @Advice.Enter @Nullable Object timer,
      @Advice.Return @Nullable Object returned,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (timer != null) {
      ((StepTimer) timer).end(returned, thrown);
    }
  }
}
