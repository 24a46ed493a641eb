package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * The place of the scope on a thread that the application has made inside a request. Such a thread
 * may be a helper of that request, or a worker that the first request happened to start and that
 * serves everybody from then on. Nothing tells the two apart once the request has completed, so the
 * thread is out of it then.
 *
 * <p>Confined to its thread. Other scopes, which the thread enters meanwhile, are not affected.
 */
final class ThreadOfRequest {

  private final RequestScope birth;
  private @Nullable RequestScope entered;

  /**
   * @param birth scope of the request in which the thread was made
   */
  ThreadOfRequest(RequestScope birth) {
    this.birth = birth;
    this.entered = birth;
  }

  /** The scope that the thread is in, null for none. */
  @Nullable RequestScope current() {
    RequestScope scope = entered;
    return scope == birth && birth.isFinished() ? null : scope;
  }

  /** The scope that was entered last, ended or not. */
  @Nullable RequestScope entered() {
    return entered;
  }

  /** Makes a scope, or none, the thread's own; returns the one before. */
  @Nullable RequestScope enter(@Nullable RequestScope scope) {
    RequestScope previous = entered;
    entered = scope;
    return previous;
  }
}
