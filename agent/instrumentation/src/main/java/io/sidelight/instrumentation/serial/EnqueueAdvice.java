package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import io.sidelight.weaver.Advice;
import org.jspecify.annotations.Nullable;

/** Before {@code execute} of a serial executor, whose queue nobody else sees. */
final class EnqueueAdvice {

  private EnqueueAdvice() {}

  @Advice.ReplaceArgument(0)
  static @Nullable Runnable task(@Advice.Argument(0) @Nullable Runnable task) {
    return HandedOver.bound(task);
  }
}
