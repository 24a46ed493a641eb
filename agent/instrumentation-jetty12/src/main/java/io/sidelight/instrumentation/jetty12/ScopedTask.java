package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * A task that Jetty runs for a request on whatever thread it has. Blocks as the task itself says,
 * so that Jetty chooses the same threads for it as without the agent.
 */
final class ScopedTask implements Invocable.Task {

  private final Runnable task;
  private final RequestScope scope;

  ScopedTask(Runnable task, RequestScope scope) {
    this.task = task;
    this.scope = scope;
  }

  @Override
  public void run() {
    RequestScope previous = RequestScope.enter(scope);
    try {
      task.run();
    } finally {
      RequestScope.enter(previous);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return Invocable.getInvocationType(task);
  }

  @Override
  public String toString() {
    return task.toString();
  }
}
