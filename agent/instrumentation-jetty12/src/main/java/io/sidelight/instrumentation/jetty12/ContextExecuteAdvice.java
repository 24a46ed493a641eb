package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.Advice;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code ServerContext.execute}, by which handlers hand work to the server's threads, {@code
 * DelayedHandler} among them. A task that the thread pool closes when it stops is left alone.
 */
final class ContextExecuteAdvice {

  private ContextExecuteAdvice() {}

  /** Returns null for a task that is left as it is. */
  @Advice.ReplaceArgument(0)
  static @Nullable Runnable wrap(@Advice.Argument(0) @Nullable Runnable task) {
    RequestScope scope = task == null ? null : RequestScope.current();
    if (task == null || scope == null || scope.isFinished() || task instanceof Closeable) {
      return null;
    }
    return new ScopedTask(task, scope);
  }
}
