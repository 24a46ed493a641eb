package io.sidelight.request;

import io.sidelight.event.DependencyKind;

/** A call to a dependency that was made for a request and is not over yet. */
public interface OpenCall {

  /** Decides which of the request's sums it counts for. */
  DependencyKind kind();

  /** When it began, {@link System#nanoTime}. */
  long startNanos();

  /**
   * The request is complete. A call whose answer has come, and whose body the application has left
   * open, ends with that; one that still waits goes on.
   */
  void requestCompleted();
}
