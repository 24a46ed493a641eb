package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.weaver.Advice;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code ChannelRequest.demand}: the handler wants to go on when there is more to read. All
 * that reads without blocking comes by here, whatever wrappers lie above.
 */
final class DemandAdvice {

  private DemandAdvice() {}

  /** Returns null for a task that is left as it is. */
  @Advice.ReplaceArgument(0)
  static @Nullable Runnable wrap(
      @Advice.This Request request, @Advice.Argument(0) @Nullable Runnable task) {
    RequestScope scope = task == null ? null : RequestStream.scope(request);
    return task == null || scope == null ? null : new ScopedTask(task, scope);
  }
}
