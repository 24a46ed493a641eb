package io.sidelight.dependency;

import io.sidelight.config.Config;
import io.sidelight.event.DependencyCall;
import io.sidelight.event.DependencyTarget;
import io.sidelight.library.CallError;
import io.sidelight.request.OpenCall;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;

/**
 * One call that the application makes to another system, from {@link #begin} to its end, which
 * writes its line. A subclass for each kind of system is the target that is called; this class has
 * the times of the call and its part in the request's sums. Advice reports what happens to it:
 *
 * <ul>
 *   <li>{@link #attempted} for each time that it is sent;
 *   <li>{@link #answered()} when an answer begins;
 *   <li>{@link #ended} when all of the answer is here or the application wants no more of it, or
 *       {@link #rejected}, {@link #failed} or {@link #cancelled}. The first of these counts.
 * </ul>
 *
 * <p>So {@code duration_ms} lasts to the end of the answer. An answer that the application leaves
 * open ends with its request, and the duration is then that to its beginning.
 *
 * <p>Thread-safe: calls begin, go on and end on different threads. Fields of a subclass that change
 * are guarded by the call's own lock, as those of this class are.
 */
public abstract class OutboundCall implements OpenCall, DependencyTarget {

  /** The call whose client this thread is inside of. */
  private static final ThreadLocal<@Nullable OutboundCall> ENCLOSING = new ThreadLocal<>();

  private final Dependencies dependencies = Dependencies.get();
  private final @Nullable RequestScope scope;
  private final long startNanos = System.nanoTime();

  private int attempts;
  private long answeredNanos;
  private boolean over;

  /**
   * A call that starts now; {@link #begin} follows.
   *
   * @param scope the request for which the call is made, null outside one
   */
  protected OutboundCall(@Nullable RequestScope scope) {
    this.scope = scope;
  }

  /** Lets the request count the call. Called once, before any other thread sees the call. */
  protected final void begin() {
    dependencies.endAbandoned(startNanos);
    if (scope != null) {
      scope.times().began(this);
    }
  }

  /**
   * This thread works inside the client from now on.
   *
   * @return what to give to {@link #leave}
   */
  public final @Nullable Object enter() {
    OutboundCall outer = ENCLOSING.get();
    ENCLOSING.set(this);
    return outer;
  }

  /** This thread has left the client. */
  public static void leave(@Nullable Object outer) {
    if (outer == null) {
      ENCLOSING.remove();
    } else {
      ENCLOSING.set((OutboundCall) outer);
    }
  }

  /** The call, of whatever kind, whose client this thread is inside of; null for none. */
  protected static @Nullable OutboundCall innermost() {
    return ENCLOSING.get();
  }

  /** The request for which the call is made, null outside one. */
  public final @Nullable RequestScope scope() {
    return scope;
  }

  @Override
  public final long startNanos() {
    return startNanos;
  }

  /** The call is about to be sent. An answer to an earlier attempt no longer belongs to it. */
  public synchronized void attempted() {
    if (!over) {
      attempts++;
      answeredNanos = 0;
    }
  }

  /** The next attempt is no retry: the answer to the last one asks for it. */
  protected final synchronized void nextIsNoRetry() {
    if (!over) {
      attempts--;
    }
  }

  /** An answer begins; what is left of it may take long to come. */
  public final void answered() {
    boolean first;
    synchronized (this) {
      if (over) {
        return;
      }
      first = answeredNanos == 0;
      answeredNanos = System.nanoTime();
    }
    if (first && (scope == null || scope.isFinished())) {
      dependencies.await(this);
    }
  }

  /** The answer is here with all that belongs to it, or the application wants no more of it. */
  public final void ended() {
    end(System.nanoTime(), null, outlivesRequest());
  }

  /**
   * The system has answered that it does not do what it was asked for: its answer is whole, and the
   * call counts as failed.
   */
  public final void rejected() {
    end(System.nanoTime(), CallError.REJECTED, outlivesRequest());
  }

  /** The call failed with what the application gets to see. */
  public final void failed(Throwable thrown) {
    end(System.nanoTime(), CallErrors.of(thrown), outlivesRequest());
  }

  /** The application has given the call up. */
  public final void cancelled() {
    end(System.nanoTime(), CallError.CANCELLED, outlivesRequest());
  }

  @Override
  public final void requestCompleted() {
    abandon(false);
  }

  /** Ends a call whose answer has begun with the beginning of that. */
  final void abandon() {
    abandon(outlivesRequest());
  }

  private void abandon(boolean afterCompletion) {
    long answered;
    synchronized (this) {
      answered = answeredNanos;
    }
    if (answered != 0) {
      end(answered, null, afterCompletion);
    }
  }

  private boolean outlivesRequest() {
    return scope != null && scope.isFinished();
  }

  /** Whether nothing that happens to the call counts any more. */
  protected final synchronized boolean isOver() {
    return over;
  }

  final synchronized boolean isOver(long nowNanos, long patienceNanos) {
    return over || nowNanos - answeredNanos > patienceNanos;
  }

  /** The configuration as it is now. */
  protected final Config config() {
    return dependencies.settings().config;
  }

  private void end(long endNanos, @Nullable CallError error, boolean afterCompletion) {
    int retries;
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      retries = Math.max(0, attempts - 1);
    }
    long duration = endNanos - startNanos;
    DependencySettings settings = dependencies.settings();
    DependencyCall event =
        new DependencyCall(
            this,
            settings.nameOf(this),
            duration,
            retries,
            error,
            !waits() && settings.isSlow(duration),
            afterCompletion);
    if (scope != null) {
      scope.times().ended(this, endNanos, event.failed());
    }
    dependencies.log(event, scope);
  }
}
