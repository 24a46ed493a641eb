package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.Advice;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code whenAllocated} of a permit of {@code ThreadLimitHandler} that is not free: this
 * thread's request waits for one, and goes on when another request has given it back.
 */
final class PermitAdvice {

  private PermitAdvice() {}

  /** Returns null for a callback that is left as it is. */
  @Advice.ReplaceArgument(0)
  static @Nullable Consumer<?> wrap(@Advice.Argument(0) @Nullable Consumer<Object> callback) {
    RequestScope scope = RequestScope.current();
    return callback == null || scope == null ? null : new ScopedConsumer(callback, scope);
  }
}
