package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code whenAllocated} of a permit of {@code ThreadLimitHandler} that is not free: this
 * thread's request waits for one, and goes on when another request has given it back.
 */
final class PermitAdvice {

  private PermitAdvice() {}

  /** Returns null for a callback that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Consumer<?> wrap(@Advice.Argument(0) @Nullable Consumer<Object> callback) {
    RequestScope scope = RequestScope.current();
    return callback == null || scope == null ? null : new ScopedConsumer(callback, scope);
  }
}
