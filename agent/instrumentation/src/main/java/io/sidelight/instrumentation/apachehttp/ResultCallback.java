package io.sidelight.instrumentation.apachehttp;

import io.sidelight.output.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * What the application's callback is called through. It lies in the future that the application
 * waits for, so that {@code Future*Advice} finds the call there.
 */
abstract class ResultCallback {

  private final AsyncCall call;

  ResultCallback(AsyncCall call) {
    this.call = call;
  }

  final AsyncCall call() {
    return call;
  }

  /** Called by the library, not through the linker, so failures are kept here. */
  final @Nullable Object enter() {
    try {
      return call.resume();
    } catch (Throwable e) {
      report(e);
      return null;
    }
  }

  static void report(Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    Diagnostics.report(
        "apache-http-async",
        "an asynchronous call could not be followed; its line may be missing or incomplete",
        failure);
  }
}
