package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopedTask;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * A scoped task that blocks as the task itself says, so that Jetty chooses the same threads for it
 * as without the agent.
 */
final class InvocableTask extends ScopedTask implements Invocable.Task {

  InvocableTask(Runnable task, RequestScope scope) {
    super(task, scope);
  }

  @Override
  public InvocationType getInvocationType() {
    return Invocable.getInvocationType(task());
  }
}
