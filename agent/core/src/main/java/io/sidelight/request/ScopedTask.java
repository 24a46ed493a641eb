package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * A task that runs in the scope of a request on whatever thread runs it. It takes the place of the
 * task in queues that only their owner sees: others would miss the application's own object, for
 * which there is {@link HandedOver}.
 */
public class ScopedTask implements Runnable {

  private final Runnable task;
  private final RequestScope scope;

  public ScopedTask(Runnable task, RequestScope scope) {
    this.task = task;
    this.scope = scope;
  }

  /** The task itself. */
  protected final Runnable task() {
    return task;
  }

  @Override
  public final void run() {
    ScopeToken token = RequestScope.makeCurrent(scope);
    try {
      task.run();
    } finally {
      token.close();
    }
  }

  /** As the owner of the queue would have written the task into its own log. */
  @Override
  public final @Nullable String toString() {
    return task.toString();
  }
}
