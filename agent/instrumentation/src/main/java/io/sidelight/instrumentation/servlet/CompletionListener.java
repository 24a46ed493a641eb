package io.sidelight.instrumentation.servlet;

import io.sidelight.output.Diagnostics;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import org.jspecify.annotations.Nullable;

/**
 * Completes an asynchronous request where nothing better is known of the container. A timeout and
 * an error are not its end: the listeners of the application or an error page may answer then, and
 * {@code onComplete} comes after them.
 *
 * <p>Called by the container, not through the linker, so it has to keep its failures to itself.
 */
final class CompletionListener implements AsyncListener {

  private final RequestTrack track;

  CompletionListener(RequestTrack track) {
    this.track = track;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    try {
      track.complete();
    } catch (Throwable e) {
      report(e);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {
    try {
      @Nullable Throwable thrown = event.getThrowable();
      if (thrown != null) {
        track.failed(thrown);
      }
    } catch (Throwable e) {
      report(e);
    }
  }

  /** The container has forgotten its listeners for a new asynchronous turn. */
  @Override
  public void onStartAsync(AsyncEvent event) {
    try {
      event.getAsyncContext().addListener(this);
    } catch (Throwable e) {
      report(e);
    }
  }

  private static void report(Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    Diagnostics.report(
        "servlet-async",
        "an asynchronous request could not be followed; its line may be missing or incomplete",
        failure);
  }
}
