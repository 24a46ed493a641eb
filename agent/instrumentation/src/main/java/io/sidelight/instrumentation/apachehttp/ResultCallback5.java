package io.sidelight.instrumentation.apachehttp;

import org.apache.hc.core5.concurrent.FutureCallback;
import org.jspecify.annotations.Nullable;

/** A callback of version 5. */
final class ResultCallback5 extends ResultCallback implements FutureCallback<Object> {

  private final @Nullable FutureCallback<Object> application;

  @SuppressWarnings("unchecked")
  ResultCallback5(AsyncCall call, @Nullable FutureCallback<?> application) {
    super(call);
    this.application = (FutureCallback<Object>) application;
  }

  @Override
  public void completed(Object result) {
    if (application != null) {
      Object before = enter();
      try {
        application.completed(result);
      } finally {
        AsyncCall.leave(before);
      }
    }
  }

  @Override
  public void failed(Exception thrown) {
    if (application != null) {
      Object before = enter();
      try {
        application.failed(thrown);
      } finally {
        AsyncCall.leave(before);
      }
    }
  }

  @Override
  public void cancelled() {
    if (application != null) {
      Object before = enter();
      try {
        application.cancelled();
      } finally {
        AsyncCall.leave(before);
      }
    }
  }
}
