package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code MultiExchange.responseAsync}, once for each call. What the client does in there is
 * not the request's work: connections and their tasks outlive it.
 */
final class CallAdvice {

  private CallAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(
      @Advice.FieldValue("responseHandler") Object handler,
      @Advice.FieldValue("request") Object request) {
    ClientCall call = ClientCall.of(handler);
    if (call != null) {
      call.begin((HttpRequest) request);
      RequestScope.enter(null);
    }
    return call;
  }

  /**
   * The client goes on with a stage that completes after the call has ended: what the application
   * gets comes after that one.
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class)
  @Advice.AssignReturned.ToReturned
  static @Nullable Object exit(
      @Advice.Enter @Nullable Object entered,
      @Advice.Return @Nullable Object future,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (entered == null) {
      return null;
    }
    ClientCall call = (ClientCall) entered;
    try {
      if (thrown != null) {
        call.failed(thrown);
      } else if (future != null) {
        CallCompletion completion = new CallCompletion(call);
        CompletableFuture<?> followed = ((CompletableFuture<?>) future).whenComplete(completion);
        followed.whenComplete(completion); // a client that is shut down aborts this one
        return followed;
      }
      return null;
    } finally {
      RequestScope.enter(call.scope());
    }
  }
}
