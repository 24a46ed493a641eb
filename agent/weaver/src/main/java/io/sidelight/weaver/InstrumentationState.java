package io.sidelight.weaver;

import io.sidelight.event.InstrumentationDisabled;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.MaskedLine;
import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import io.sidelight.request.RequestScope;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.SwitchPoint;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether one instrumentation is armed, and what to do when its advice fails.
 *
 * <p>All call sites of an instrumentation hang on one {@link SwitchPoint}: while it is valid they
 * cost nothing to check, and invalidating it turns every one of them into a no-op at once.
 */
final class InstrumentationState {

  /**
   * So many failures of advice within a minute, and the instrumentation is taken for broken on this
   * version. Single ones over weeks are odd requests.
   */
  private static final int PATIENCE = 10;

  private static final String MASKING =
      "; lines are masked all the same, unless a warning names a class";
  private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LibraryInstrumentation library;
  private final String name;
  private final EventLog log;
  private final SwitchPoint alive = new SwitchPoint();
  private final LongSupplier nanoTime;

  /** When the last failures happened, the oldest at {@link #next} once it is full. */
  private final long[] failures = new long[PATIENCE];

  private int next;
  private boolean full;
  private volatile boolean woven;

  InstrumentationState(LibraryInstrumentation library, EventLog log) {
    this(library, log, System::nanoTime);
  }

  InstrumentationState(LibraryInstrumentation library, EventLog log, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.library = library;
    this.name = library.name();
    this.log = log;
  }

  /** {@code target} while the instrumentation is alive, {@code fallback} ever after. */
  MethodHandle guard(MethodHandle target, MethodHandle fallback) {
    return alive.guardWithTest(target, fallback);
  }

  void markWoven() {
    woven = true;
  }

  boolean isArmed() {
    return woven && !isDisabled();
  }

  /** Name of its switch. */
  String name() {
    return name;
  }

  boolean isOfALibrary() {
    return library.isOfALibrary();
  }

  boolean isDisabled() {
    return alive.hasBeenInvalidated();
  }

  /**
   * Advice threw. Runs on the application's thread in place of the advice's result, which is null.
   * Fatal errors of the JVM are the application's to see.
   */
  @Nullable Object failed(Throwable thrown) {
    Diagnostics.rethrowFatal(thrown);
    Diagnostics.report(
        "advice:" + name,
        "instrumentation "
            + name
            + " failed inside a request; the request went on, its line may be missing or"
            + " incomplete",
        thrown);
    // A missing class or method is another version of the library: it will fail each time.
    if (thrown instanceof LinkageError || isOneTooMany()) {
      disable("its advice keeps failing: " + GuardedCall.text(thrown));
    }
    return null;
  }

  /**
   * As {@link #failed}, for advice that masks lines.
   *
   * @param line {@code String}, {@code byte[]} or {@code StringBuilder}
   * @return what is written in place of the line; null if it needs no masking
   */
  @Nullable Object maskingFailed(Class<?> line, Throwable thrown) {
    failed(thrown);
    return MaskedLine.withoutAdvice(line);
  }

  private boolean isOneTooMany() {
    long now = nanoTime.getAsLong();
    synchronized (failures) {
      failures[next] = now;
      next = (next + 1) % PATIENCE;
      full |= next == 0;
      return full && now - failures[next] < PERIOD_NANOS;
    }
  }

  /** Warns that the lines of a class are not masked, because it could not be instrumented. */
  void maskingLost(String className) {
    Diagnostics.report(
        "masking:" + name,
        "secrets in lines of the application that "
            + className
            + " writes are not masked: this version of the library could not be instrumented there",
        null);
  }

  /** Turns every call site into a no-op and says so, once. */
  void disable(String reason) {
    synchronized (alive) {
      if (alive.hasBeenInvalidated()) {
        return;
      }
      SwitchPoint.invalidateAll(new SwitchPoint[] {alive});
    }
    // The advice that would have taken threads out of their requests does nothing any more.
    library.switched(false);
    RequestScope.abandonAll();
    log.log(new InstrumentationDisabled(name, masks() ? reason.concat(MASKING) : reason), null);
  }

  private boolean masks() {
    for (JoinPoint joinPoint : library.joinPoints()) {
      if (joinPoint.masks()) {
        return true;
      }
    }
    return false;
  }
}
