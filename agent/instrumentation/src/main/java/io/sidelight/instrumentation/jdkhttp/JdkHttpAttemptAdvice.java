package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.net.http.HttpRequest;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for the attempts of a call and their answers. */
final class JdkHttpAttemptAdvice {

  private JdkHttpAttemptAdvice() {}

  /**
   * Before {@code Exchange.responseAsync}: a request is about to go out, the first one, one that
   * follows a redirect or brings credentials, or the same one again.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.Exchange",
      method = "responseAsync",
      descriptor = "()Ljava/util/concurrent/CompletableFuture;")
  static final class AttemptAdvice {

    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.FieldValue("multi") Object multiExchange,
        @Advice.FieldValue("request") Object request) {
      ClientCall call = ClientCall.of(ClientInternals.handler(multiExchange));
      if (call != null) {
        call.attempt((HttpRequest) request);
      }
    }
  }

  /**
   * After {@code MultiExchange.getExceptionalCF}, which returns null where the client tries again.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.MultiExchange",
      method = "getExceptionalCF",
      descriptor = {
        "(Ljava/lang/Throwable;)Ljava/util/concurrent/CompletableFuture;",
        "(Ljava/lang/Throwable;Ljdk/internal/net/http/ExchangeImpl;)"
            + "Ljava/util/concurrent/CompletableFuture;"
      },
      in = Presence.SOME_VERSIONS)
  static final class AttemptFailureAdvice {

    private AttemptFailureAdvice() {}

    @Advice.OnMethodExit
    static void exit(
        @Advice.FieldValue("responseHandler") Object handler,
        @Advice.Argument(0) Throwable thrown,
        @Advice.Return @Nullable Object failure) {
      ClientCall call = failure == null ? ClientCall.of(handler) : null;
      if (call != null) {
        call.attemptFailed(thrown);
      }
    }
  }

  /**
   * After {@code MultiExchange.responseFilters}, which sees the headers of each answer and returns
   * the request to make next, if there is one.
   */
  @AdviceOn(
      type = "jdk.internal.net.http.MultiExchange",
      method = "responseFilters",
      descriptor = "(Ljdk/internal/net/http/Response;)Ljdk/internal/net/http/HttpRequestImpl;")
  static final class AnswerAdvice {

    private AnswerAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.FieldValue("responseHandler") Object handler,
        @Advice.Argument(0) Object response,
        @Advice.Return @Nullable Object next) {
      ClientCall call = ClientCall.of(handler);
      if (call != null) {
        call.answered(ClientInternals.status(response), next != null);
      }
    }
  }
}
