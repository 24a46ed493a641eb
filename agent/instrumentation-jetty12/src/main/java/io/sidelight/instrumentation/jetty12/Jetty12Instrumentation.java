package io.sidelight.instrumentation.jetty12;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.List;
import java.util.function.Predicate;

/** Join points read in Jetty 12.0.0, 12.0.39 and 12.1.13. */
public final class Jetty12Instrumentation implements LibraryInstrumentation {

  private static final String SERVER = "org.eclipse.jetty.server.Server";
  private static final String CHANNEL = "org.eclipse.jetty.server.internal.HttpChannelState";
  private static final String HANDLER = CHANNEL + "$HandlerInvoker";
  private static final String CALLBACK = CHANNEL + "$ChannelCallback";
  private static final String RESPONSE = CHANNEL + "$ChannelResponse";
  private static final String CHANNEL_REQUEST = CHANNEL + "$ChannelRequest";
  private static final String HANDLERS = "org.eclipse.jetty.server.handler.";
  private static final String CONTEXT = HANDLERS + "ContextHandler$ScopedContext";

  private static final String FAILED = "(Ljava/lang/Throwable;)V";
  private static final String ON_FAILURE = "(Ljava/lang/Throwable;)Ljava/lang/Runnable;";
  private static final String COMPLETE =
      "(Lorg/eclipse/jetty/server/HttpStream;Ljava/lang/Throwable;)V";
  private static final String REQUEST = "Lorg/eclipse/jetty/server/Request;";
  private static final String CALLBACK_TYPE = "Lorg/eclipse/jetty/util/Callback;";

  private static final String ADVICE = "io.sidelight.instrumentation.jetty12.";

  @Override
  public String name() {
    return "jetty12";
  }

  /** Jetty 9 to 11 have a {@code Server} and a {@code Request} of the same names. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test(CHANNEL);
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.of(
            RESPONSE,
            "<init>",
            "(Lorg/eclipse/jetty/server/internal/HttpChannelState$ChannelRequest;)V",
            ADVICE + "Jetty12RequestAdvice$ResponseAdvice"),
        JoinPoint.of(
            RESPONSE,
            "write",
            "(ZLjava/nio/ByteBuffer;Lorg/eclipse/jetty/util/Callback;)V",
            ADVICE + "Jetty12ResponseAdvice$WriteAdvice"),
        JoinPoint.of(RESPONSE, "succeeded", "()V", ADVICE + "Jetty12ResponseAdvice$WrittenAdvice"),
        JoinPoint.of(
            RESPONSE, "failed", FAILED, ADVICE + "Jetty12ResponseAdvice$WriteFailureAdvice"),
        JoinPoint.of(
            CHANNEL_REQUEST,
            "demand",
            "(Ljava/lang/Runnable;)V",
            ADVICE + "Jetty12AsyncAdvice$DemandAdvice"),
        JoinPoint.of(
            CHANNEL_REQUEST,
            "addFailureListener",
            "(Ljava/util/function/Consumer;)V",
            ADVICE + "Jetty12AsyncAdvice$FailureListenerAdvice"),
        JoinPoint.of(HANDLER, "run", "()V", ADVICE + "Jetty12RequestAdvice$HandleAdvice"),
        JoinPoint.of(CALLBACK, "succeeded", "()V", ADVICE + "Jetty12ResponseAdvice$SuccessAdvice"),
        JoinPoint.of(CALLBACK, "failed", FAILED, ADVICE + "Jetty12FailureAdvice$FailureAdvice"),
        JoinPoint.of(
            CHANNEL + "$ErrorCallback",
            "succeeded",
            "()V",
            ADVICE + "Jetty12FailureAdvice$ErrorSentAdvice"),
        JoinPoint.of(
            CHANNEL,
            "onFailure",
            ON_FAILURE,
            ADVICE + "Jetty12FailureAdvice$ConnectionFailureAdvice"),
        // Not in the first releases.
        JoinPoint.optional(
            CHANNEL,
            "onRemoteFailure",
            ON_FAILURE,
            ADVICE + "Jetty12FailureAdvice$ConnectionFailureAdvice"),
        // The one or the other, by version.
        JoinPoint.optional(
            CHANNEL, "completeStream", COMPLETE, ADVICE + "Jetty12RequestAdvice$CompletionAdvice"),
        JoinPoint.optional(
            HANDLER, "completeStream", COMPLETE, ADVICE + "Jetty12RequestAdvice$CompletionAdvice"),
        JoinPoint.of(
            SERVER + "$ServerContext",
            "execute",
            "(Ljava/lang/Runnable;)V",
            ADVICE + "Jetty12AsyncAdvice$ContextExecuteAdvice"),
        JoinPoint.of(
            CONTEXT,
            "execute",
            "(Ljava/lang/Runnable;)V",
            ADVICE + "Jetty12AsyncAdvice$ContextExecuteAdvice"),
        JoinPoint.of(
            HANDLERS + "ContextHandler",
            "handle",
            "(" + REQUEST + "Lorg/eclipse/jetty/server/Response;" + CALLBACK_TYPE + ")Z",
            ADVICE + "Jetty12RequestAdvice$HandlingAdvice"),
        // Not in the first releases.
        JoinPoint.optional(
            HANDLERS + "QoSHandler$Entry",
            "run",
            "()V",
            ADVICE + "Jetty12AsyncAdvice$ResumedAdvice"),
        JoinPoint.optional(
            HANDLERS + "QoSHandler",
            "failSuspended",
            "("
                + REQUEST
                + "Lorg/eclipse/jetty/server/Response;"
                + CALLBACK_TYPE
                + "ILjava/lang/Throwable;)V",
            ADVICE + "Jetty12RequestAdvice$HandlingAdvice"),
        JoinPoint.of(
            HANDLERS + "ThreadLimitHandler$FuturePermit",
            "whenAllocated",
            "(Ljava/util/function/Consumer;)V",
            ADVICE + "Jetty12AsyncAdvice$PermitAdvice"),
        JoinPoint.of(
            CONTEXT,
            "run",
            "(Ljava/lang/Runnable;" + REQUEST + ")V",
            ADVICE + "Jetty12AsyncAdvice$ContextRunAdvice"),
        JoinPoint.of(
            CONTEXT,
            "accept",
            "(Ljava/util/function/Consumer;Ljava/lang/Throwable;" + REQUEST + ")V",
            ADVICE + "Jetty12AsyncAdvice$ContextFailureAdvice"),
        // With a result up to some 12.0.
        servlets("ee10", "()Z"),
        servlets("ee10", "()V"),
        servlets("ee11", "()V"),
        startAsync("ee10", "servlet.ServletRequestState"),
        startAsync("ee10", "servlet.ServletChannelState"),
        startAsync("ee11", "servlet.ServletChannelState"),
        startAsync("ee8", "nested.HttpChannelState"),
        startAsync("ee9", "nested.HttpChannelState"),
        nestedServlets("ee8"),
        nestedServlets("ee9"),
        JoinPoint.of(
            "org.eclipse.jetty.server.Response",
            "writeError",
            "("
                + REQUEST
                + "Lorg/eclipse/jetty/server/Response;Lorg/eclipse/jetty/util/Callback;"
                + "ILjava/lang/String;Ljava/lang/Throwable;)V",
            ADVICE + "Jetty12FailureAdvice$ErrorAdvice"),
        JoinPoint.of(
            "org.eclipse.jetty.server.Request",
            "setAuthenticationState",
            "(" + REQUEST + "Lorg/eclipse/jetty/server/Request$AuthenticationState;)V",
            ADVICE + "Jetty12RequestAdvice$AuthenticationAdvice"),
        login("", REQUEST + "Lorg/eclipse/jetty/server/Response;"),
        login("ee8.", "Ljavax/servlet/ServletRequest;"),
        login("ee9.", "Ljakarta/servlet/ServletRequest;"),
        JoinPoint.of(SERVER, "doStart", "()V", ADVICE + "Jetty12ServerAdvice$ServerStartAdvice"));
  }

  private static JoinPoint servlets(String environment, String descriptor) {
    return JoinPoint.optional(
        "org.eclipse.jetty." + environment + ".servlet.ServletChannel",
        "handle",
        descriptor,
        ADVICE + "Jetty12RequestAdvice$ServletAdvice");
  }

  private static JoinPoint nestedServlets(String environment) {
    return JoinPoint.of(
        "org.eclipse.jetty." + environment + ".nested.HttpChannel",
        "handle",
        "()Z",
        ADVICE + "Jetty12RequestAdvice$NestedServletAdvice");
  }

  private static JoinPoint startAsync(String environment, String state) {
    String classes = "org.eclipse.jetty." + environment + ".";
    String event = (classes + state.substring(0, state.indexOf('.'))).replace('.', '/');
    return JoinPoint.of(
        classes + state,
        "startAsync",
        "(L" + event + "/AsyncContextEvent;)V",
        ADVICE + "Jetty12AsyncAdvice$StartAsyncAdvice");
  }

  private static JoinPoint login(String environment, String request) {
    return JoinPoint.of(
        "org.eclipse.jetty." + environment + "security.authentication.LoginAuthenticator",
        "login",
        "(Ljava/lang/String;Ljava/lang/Object;"
            + request
            + ")Lorg/eclipse/jetty/security/UserIdentity;",
        ADVICE + "Jetty12RequestAdvice$LoginAdvice");
  }
}
