package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code ChannelRequest.demand}: the handler wants to go on when there is more to read. All
 * that reads without blocking comes by here, whatever wrappers lie above. Tasks of contexts and
 * servlets are left alone: {@link ContextRunAdvice} and {@link ServletAdvice} see them run.
 */
final class DemandAdvice {

  private static final String OF_CONTEXTS = "org.eclipse.jetty.server.handler.ContextRequest";
  private static final String OF_SERVLETS = "org.eclipse.jetty.ee";

  private DemandAdvice() {}

  /** Returns null for a task that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Runnable wrap(
      @Advice.This Request request, @Advice.Argument(0) @Nullable Runnable task) {
    if (task == null || isOfJetty(task.getClass().getName())) {
      return null;
    }
    RequestScope scope = RequestStream.scope(request);
    return scope == null ? null : new ScopedTask(task, scope);
  }

  private static boolean isOfJetty(String type) {
    return type.startsWith(OF_CONTEXTS) || type.startsWith(OF_SERVLETS);
  }
}
