package io.sidelight.step;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.request.RequestScope;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One run of a step, from the call of its method until that returns or throws, or until the {@link
 * CompletionStage} that it has returned completes.
 *
 * <p>Each run counts. A run that is called by a step of the same name on the same thread, for the
 * same request, is part of that one's time: it adds none to the sum and has no line. A run that a
 * stage has ended late, when its request is complete, has a line but no part in the request's sums,
 * in which it counts until then.
 *
 * <p>Begins and leaves its method on one thread; may end on another.
 */
public final class StepTimer {

  /** The steps that this thread is inside of, the innermost first. */
  private static final ThreadLocal<@Nullable StepTimer> INNERMOST = new ThreadLocal<>();

  static final PendingStages PENDING = new PendingStages();

  private final Steps steps;
  private final String name;
  private final @Nullable RequestScope scope;
  private final @Nullable Object sum;
  private final long startNanos;

  /** Null when there is none, and once this one has left its method. */
  private @Nullable StepTimer outer;

  private boolean over;

  private StepTimer(String name, @Nullable RequestScope scope, @Nullable StepTimer outer) {
    this.steps = Steps.get();
    this.name = name;
    this.scope = scope;
    this.outer = outer;
    this.startNanos = System.nanoTime();
    this.sum = scope == null ? null : scope.times().stepBegan(name, startNanos);
  }

  /**
   * The method of a step is called.
   *
   * @param name class without package, and method
   * @return null when the call is part of a step of the same name
   */
  public static @Nullable StepTimer begin(String name) {
    RequestScope scope = RequestScope.current();
    StepTimer outer = INNERMOST.get();
    for (StepTimer open = outer; open != null; open = open.outer) {
      if (open.scope == scope && open.name.equals(name)) {
        if (scope != null) {
          scope.times().stepNested(name);
        }
        return null;
      }
    }
    StepTimer timer = new StepTimer(name, scope, outer);
    INNERMOST.set(timer);
    return timer;
  }

  /**
   * The method has returned, or thrown.
   *
   * @param returned null also for a method that returns nothing
   */
  public void end(@Nullable Object returned, @Nullable Throwable thrown) {
    long now = System.nanoTime();
    INNERMOST.set(outer);
    outer = null;
    boolean goesOn =
        thrown == null
            && returned instanceof CompletionStage
            && PENDING.await((CompletionStage<?>) returned, this);
    if (!goesOn) {
      over(now, thrown);
    }
  }

  /** What the method promised has come. */
  void completed(@Nullable Throwable thrown) {
    over(System.nanoTime(), thrown == null ? null : cause(thrown));
  }

  private void over(long endNanos, @Nullable Throwable thrown) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    if (scope != null && sum != null) {
      scope.times().stepEnded(sum, startNanos, endNanos);
    }
    steps.timed(name, endNanos - startNanos, thrown, scope);
  }

  /** Stages wrap what another stage has failed with. */
  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? GuardedCall.cause(thrown) : null;
    return cause == null ? thrown : cause;
  }
}
