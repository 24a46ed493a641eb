package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/** A task in the queue of a serial executor, which runs it for the request that submitted it. */
final class ScopedTask implements Runnable {

  private final Runnable task;
  private final RequestScope scope;

  ScopedTask(Runnable task, RequestScope scope) {
    this.task = task;
    this.scope = scope;
  }

  @Override
  public void run() {
    Object before = HandedOver.leave(scope);
    try {
      task.run();
    } finally {
      HandedOver.ended(before);
    }
  }

  /** As the executor would have written it into its own log. */
  @Override
  public @Nullable String toString() {
    return task.toString();
  }
}
