package io.sidelight.request;

import io.sidelight.event.DependencyKind;
import io.sidelight.event.Section;
import org.jspecify.annotations.Nullable;

/** Sums of calls and steps as requests have them, of times that are the same in each run. */
public final class SampleTimes {

  private final RequestTimes times = new RequestTimes();

  /** A call that took so long. */
  public SampleTimes call(long nanos, boolean failed) {
    OpenCall call =
        new OpenCall() {
          @Override
          public DependencyKind kind() {
            return DependencyKind.HTTP;
          }

          @Override
          public long startNanos() {
            return 0;
          }

          @Override
          public void requestCompleted() {}
        };
    times.began(call);
    times.ended(call, nanos, failed);
    return this;
  }

  /** A step that took so long. */
  public SampleTimes step(String name, long nanos) {
    times.stepEnded(times.stepBegan(name, 0), 0, nanos);
    return this;
  }

  public @Nullable Section calls() {
    return times.calls();
  }

  public @Nullable Section steps() {
    return times.steps();
  }
}
