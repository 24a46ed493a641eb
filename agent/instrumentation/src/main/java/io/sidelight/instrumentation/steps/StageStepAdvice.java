package io.sidelight.instrumentation.steps;

import io.sidelight.step.StepTimer;
import io.sidelight.weaver.Advice;
import org.jspecify.annotations.Nullable;

/** Around a method that may return a stage, whose completion is then its end. */
final class StageStepAdvice {

  private StageStepAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.Name String name) {
    return StepTimer.begin(name);
  }

  @Advice.OnMethodExit(onThrowable = true)
  static void exit(
      @Advice.Enter @Nullable Object timer,
      @Advice.Return @Nullable Object returned,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (timer != null) {
      ((StepTimer) timer).end(returned, thrown);
    }
  }
}
