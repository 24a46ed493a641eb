package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Before {@code execute} of a serial executor, whose queue nobody else sees. */
final class EnqueueAdvice {

  private EnqueueAdvice() {}

  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Runnable task(@Advice.Argument(0) @Nullable Runnable task) {
    return HandedOver.bound(task);
  }
}
