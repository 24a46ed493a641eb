package io.sidelight.instrumentation.okhttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.output.Diagnostics;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Join points read in OkHttp 3.14.9, 4.0.0, 4.3.1, 4.12.0 and 5.5.1, and looked up in the class
 * files of the releases from 3.14.0 on.
 *
 * <p>Up to 4.3 a call is in two classes, {@code okhttp3.RealCall} and {@code Transmitter}, from 4.4
 * on in {@code connection.RealCall}.
 */
public final class OkHttpInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "okhttp";
  public static final String SWITCH_HELP = "Whether OkHttp is instrumented.";

  private static final String CLIENT = "okhttp3.OkHttpClient";
  private static final String OLD_CALL = "okhttp3.RealCall";
  private static final String TRANSMITTER = "okhttp3.internal.connection.Transmitter";
  private static final String CALL = "okhttp3.internal.connection.RealCall";
  private static final String EXCHANGE = "okhttp3.internal.connection.Exchange";
  private static final String HTTP_1 = "okhttp3.internal.http1.Http1ExchangeCodec";
  private static final String HTTP_2 = "okhttp3.internal.http2.Http2ExchangeCodec";
  private static final String WEB_SOCKET = "okhttp3.internal.ws.RealWebSocket";

  private static final String RESPONSE = "()Lokhttp3/Response;";
  private static final String RELEASE = "(Ljava/io/IOException;Z)Ljava/io/IOException;";
  private static final String SEND = "(Lokhttp3/Request;)V";
  private static final String EXECUTOR = "(Ljava/util/concurrent/ExecutorService;)V";
  private static final String ADVICE = "io.sidelight.instrumentation.okhttp.";

  @Override
  public String name() {
    return SWITCH;
  }

  /** An OkHttp of another shape, such as one before 3.14, is left alone, and that is said. */
  @Override
  public boolean isFor(Predicate<String> library) {
    boolean known =
        library.test(EXCHANGE)
            && (library.test(CALL) || (library.test(OLD_CALL) && library.test(TRANSMITTER)));
    if (!known) {
      Diagnostics.report(
          "version:okhttp",
          "this version of OkHttp is not supported (3.14 and later are): its calls get no lines"
              + " and carry no request ID",
          null);
    }
    return known;
  }

  /** Every version has it. */
  @Override
  public Set<String> markerClasses() {
    return Set.of(CLIENT);
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("okhttp3.", "okio.");
    names.failures(
        CallError.RESET,
        "okhttp3.internal.http2.StreamResetException",
        "okhttp3.internal.http2.ConnectionShutdownException");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        // Up to 4.3.
        JoinPoint.of(
            TRANSMITTER, "callStart", "()V", ADVICE + "OkHttpCallAdvice$TransmitterStartAdvice"),
        JoinPoint.of(
            TRANSMITTER,
            "maybeReleaseConnection",
            RELEASE,
            ADVICE + "OkHttpCallAdvice$TransmitterReleaseAdvice"),
        JoinPoint.of(
            OLD_CALL,
            "getResponseWithInterceptorChain",
            RESPONSE,
            ADVICE + "OkHttpCallAdvice$ChainAdvice"),
        JoinPoint.of(
            OLD_CALL + "$AsyncCall",
            "executeOn",
            EXECUTOR,
            ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        JoinPoint.alternative(
            OLD_CALL + "$AsyncCall", "execute", "()V", ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        JoinPoint.alternative(
            OLD_CALL + "$AsyncCall", "run", "()V", ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        // From 4.4 on.
        JoinPoint.of(CALL, "callStart", "()V", ADVICE + "OkHttpCallAdvice$CallStartAdvice"),
        JoinPoint.of(
            CALL,
            "getResponseWithInterceptorChain$okhttp",
            RESPONSE,
            ADVICE + "OkHttpCallAdvice$ChainAdvice"),
        JoinPoint.alternative(
            CALL, "maybeReleaseConnection", RELEASE, ADVICE + "OkHttpCallAdvice$ReleaseAdvice"),
        JoinPoint.alternative(
            CALL,
            "callDone",
            "(Ljava/io/IOException;)Ljava/io/IOException;",
            ADVICE + "OkHttpCallAdvice$CallDoneAdvice"),
        JoinPoint.of(
            CALL + "$AsyncCall",
            "executeOn",
            EXECUTOR,
            ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        JoinPoint.optional(
            CALL + "$AsyncCall",
            "failRejected$okhttp",
            "(Ljava/util/concurrent/RejectedExecutionException;)V",
            ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        JoinPoint.of(
            CALL + "$AsyncCall", "run", "()V", ADVICE + "OkHttpCallAdvice$AsyncCallAdvice"),
        // All.
        JoinPoint.of(
            EXCHANGE, "writeRequestHeaders", SEND, ADVICE + "OkHttpExchangeAdvice$SendAdvice"),
        JoinPoint.of(
            EXCHANGE,
            "responseHeadersEnd",
            "(Lokhttp3/Response;)V",
            ADVICE + "OkHttpExchangeAdvice$AnswerAdvice"),
        JoinPoint.of(
            HTTP_1, "writeRequestHeaders", SEND, ADVICE + "OkHttpExchangeAdvice$CodecAdvice"),
        JoinPoint.of(
            HTTP_2, "writeRequestHeaders", SEND, ADVICE + "OkHttpExchangeAdvice$CodecAdvice"),
        JoinPoint.anyOverload(
            WEB_SOCKET, "onReadMessage", ADVICE + "OkHttpExchangeAdvice$WebSocketAdvice"),
        JoinPoint.of(
            WEB_SOCKET,
            "onReadClose",
            "(ILjava/lang/String;)V",
            ADVICE + "OkHttpExchangeAdvice$WebSocketAdvice"));
  }
}
