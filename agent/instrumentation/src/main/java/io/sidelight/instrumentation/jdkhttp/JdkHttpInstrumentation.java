package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;

/** Join points read in JDK 17.0.15, 17.0.19 and 25, and in part in 11 and 21. */
public final class JdkHttpInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jdk-http";
  public static final String SWITCH_HELP = "Whether `java.net.http` is instrumented.";

  private static final String PACKAGE = "jdk.internal.net.http.";
  private static final String CLIENT = PACKAGE + "HttpClientImpl";
  private static final String CALL = PACKAGE + "MultiExchange";
  private static final String FUTURE = "Ljava/util/concurrent/CompletableFuture;";
  private static final String ADVICE = "io.sidelight.instrumentation.jdkhttp.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.of(
            CLIENT,
            "sendAsync",
            "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
                + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)"
                + FUTURE,
            ADVICE + "JdkHttpCallAdvice$HandlerAdvice"),
        JoinPoint.optional(CLIENT, "start", "()V", ADVICE + "JdkHttpCallAdvice$ClientStartAdvice"),
        JoinPoint.of(
            CALL,
            "responseAsync",
            "(Ljava/util/concurrent/Executor;)" + FUTURE,
            ADVICE + "JdkHttpCallAdvice$CallAdvice"),
        JoinPoint.of(
            CALL,
            "responseFilters",
            "(Ljdk/internal/net/http/Response;)Ljdk/internal/net/http/HttpRequestImpl;",
            ADVICE + "JdkHttpAttemptAdvice$AnswerAdvice"),
        // The one or the other, by version.
        JoinPoint.optional(
            CALL,
            "getExceptionalCF",
            "(Ljava/lang/Throwable;)" + FUTURE,
            ADVICE + "JdkHttpAttemptAdvice$AttemptFailureAdvice"),
        JoinPoint.optional(
            CALL,
            "getExceptionalCF",
            "(Ljava/lang/Throwable;Ljdk/internal/net/http/ExchangeImpl;)" + FUTURE,
            ADVICE + "JdkHttpAttemptAdvice$AttemptFailureAdvice"),
        // Before Java 16 a future that is cancelled does not cancel its exchange.
        JoinPoint.optional(CALL, "cancel", "(Z)Z", ADVICE + "JdkHttpCallAdvice$CancelAdvice"),
        JoinPoint.of(
            PACKAGE + "Exchange",
            "responseAsync",
            "()" + FUTURE,
            ADVICE + "JdkHttpAttemptAdvice$AttemptAdvice"),
        JoinPoint.optional(
            PACKAGE + "ResponseSubscribers$TrustedSubscriber",
            "needsExecutor",
            "(Ljava/net/http/HttpResponse$BodySubscriber;)Z",
            ADVICE + "JdkHttpCallAdvice$TrustAdvice"));
  }
}
