package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import java.io.Closeable;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code execute} of {@code ServerContext} and {@code ScopedContext}, by which handlers hand
 * work to the server's threads, {@code DelayedHandler} among them. Left alone are the tasks that
 * the one context makes for the other and those of servlets, which {@link ServletAdvice} sees run,
 * and those that the thread pool closes when it stops.
 */
final class ContextExecuteAdvice {

  private static final String OF_CONTEXTS =
      "org.eclipse.jetty.server.handler.ContextHandler$ScopedContext";
  private static final String OF_SERVLETS = "org.eclipse.jetty.ee";

  private ContextExecuteAdvice() {}

  /** Returns null for a task that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Runnable wrap(@Advice.Argument(0) @Nullable Runnable task) {
    RequestScope scope = task == null ? null : RequestScope.current();
    if (task == null || scope == null || scope.isFinished() || task instanceof Closeable) {
      return null;
    }
    return isOfJetty(task.getClass().getName()) ? null : new ScopedTask(task, scope);
  }

  private static boolean isOfJetty(String type) {
    return type.startsWith(OF_CONTEXTS) || type.startsWith(OF_SERVLETS);
  }
}
