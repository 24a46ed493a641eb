package io.sidelight.instrumentation.apachehttp;

import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for the future of an asynchronous call, which both versions share. */
final class FutureAdvice {

  private FutureAdvice() {}

  /** Before {@code BasicFuture.completed}: the application is about to get its result. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.concurrent.BasicFuture",
      method = "completed",
      descriptor = "(Ljava/lang/Object;)Z")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.concurrent.BasicFuture",
      method = "completed",
      descriptor = "(Ljava/lang/Object;)Z")
  static final class FutureCompletedAdvice {

    private FutureCompletedAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("callback") @Nullable Object callback) {
      if (callback instanceof ResultCallback) {
        ((ResultCallback) callback).call().completed();
      }
    }
  }

  /** Before {@code BasicFuture.failed}: the application is about to get an exception. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.concurrent.BasicFuture",
      method = "failed",
      descriptor = "(Ljava/lang/Exception;)Z")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.concurrent.BasicFuture",
      method = "failed",
      descriptor = "(Ljava/lang/Exception;)Z")
  static final class FutureFailedAdvice {

    private FutureFailedAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.FieldValue("callback") @Nullable Object callback,
        @Advice.Argument(0) Exception thrown) {
      if (callback instanceof ResultCallback) {
        ((ResultCallback) callback).call().failed(thrown);
      }
    }
  }

  /** Before {@code BasicFuture.cancel}, by the application or by the client. */
  @AdviceOn(
      instrumentation = "apache-http-4",
      type = "org.apache.http.concurrent.BasicFuture",
      method = "cancel",
      descriptor = "(Z)Z")
  @AdviceOn(
      instrumentation = "apache-http-5",
      type = "org.apache.hc.core5.concurrent.BasicFuture",
      method = "cancel",
      descriptor = "(Z)Z")
  static final class FutureCancelledAdvice {

    private FutureCancelledAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("callback") @Nullable Object callback) {
      if (callback instanceof ResultCallback) {
        ((ResultCallback) callback).call().cancelled();
      }
    }
  }
}
