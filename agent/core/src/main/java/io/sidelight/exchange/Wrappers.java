package io.sidelight.exchange;

import java.util.function.Predicate;

/** Takes an exception out of those that only wrap it. Stateless. */
public final class Wrappers {

  /** More wrappers than any application has; causes may form a ring. */
  private static final int MOST = 50;

  private Wrappers() {}

  /**
   * The first exception along the causes that wraps nothing. A cause that can't be read counts as
   * none.
   *
   * @param isWrapper whether an exception is passed over if it has a cause
   */
  public static Throwable unwrap(Throwable thrown, Predicate<Throwable> isWrapper) {
    Throwable current = thrown;
    for (int i = 0; i < MOST && isWrapper.test(current); i++) {
      Throwable cause = GuardedCall.cause(current);
      if (cause == null) {
        return current;
      }
      current = cause;
    }
    return current;
  }
}
