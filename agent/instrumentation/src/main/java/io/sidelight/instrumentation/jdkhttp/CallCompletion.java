package io.sidelight.instrumentation.jdkhttp;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Told by the client what becomes of a call, before the application is. */
final class CallCompletion implements BiConsumer<Object, Throwable> {

  private final ClientCall call;

  CallCompletion(ClientCall call) {
    this.call = call;
  }

  @Override
  public void accept(@Nullable Object response, @Nullable Throwable thrown) {
    if (thrown == null) {
      call.completed();
    } else {
      call.failed(thrown);
    }
  }
}
