package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.Wrappers;
import io.sidelight.output.Diagnostics;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the client. Told by advice, and by what the client calls back: those
 * methods ({@link #completed}, {@link #failed}, {@link #ended}) keep their failures to themselves.
 */
final class ClientCall {

  private final @Nullable RequestScope scope = RequestScope.current();
  private volatile @Nullable HttpCall call;

  /** Used by the thread that makes the call. */
  private @Nullable ScopeToken inClient;

  private volatile boolean hasBody;
  private volatile boolean notConnected;

  /** The call that a body handler was given for, null for a handler that is none of ours. */
  static @Nullable ClientCall of(@Nullable Object handler) {
    return handler instanceof FollowedHandler ? ((FollowedHandler<?>) handler).call() : null;
  }

  /** The request that the call is made for. */
  @Nullable RequestScope scope() {
    return scope;
  }

  void begin(HttpRequest request) {
    call = HttpCall.begin("jdk", new OutboundRequest(request), scope);
  }

  /** This thread goes into the client, whose work is not the request's. */
  void enterClient() {
    inClient = RequestScope.makeCurrent(null);
  }

  /** Ends what {@link #enterClient} began. */
  void leaveClient() {
    ScopeToken.close(inClient);
    inClient = null;
  }

  void attempt(HttpRequest request) {
    HttpCall known = call;
    if (known == null) {
      return;
    }
    if (notConnected) {
      notConnected = false;
      known.propagate(new OutboundRequest(request));
    } else {
      known.attempt(new OutboundRequest(request));
    }
  }

  /** The client tries again after this; where it could not connect, nothing was sent. */
  void attemptFailed(Throwable thrown) {
    notConnected =
        Wrappers.unwrap(thrown, each -> !(each instanceof ConnectException))
            instanceof ConnectException;
  }

  /**
   * @param followed the client makes another request instead of handing the answer on
   */
  void answered(int status, boolean followed) {
    HttpCall known = call;
    if (known == null) {
      return;
    }
    known.answered(status);
    // What else is answered by another request asks for credentials.
    if (followed && status >= 300 && status < 400) {
      known.redirected();
    }
  }

  void cancelled() {
    HttpCall known = call;
    if (known != null) {
      known.cancelled();
    }
  }

  /** The answer has a body, which tells itself when it ends. */
  void bodyBegins() {
    hasBody = true;
  }

  /** The application has its answer; the body may go on. */
  void completed() {
    if (!hasBody) {
      ended();
    }
  }

  void ended() {
    try {
      HttpCall known = call;
      if (known != null) {
        known.ended();
      }
    } catch (Throwable e) {
      report(e);
    }
  }

  void failed(Throwable thrown) {
    try {
      HttpCall known = call;
      if (known != null) {
        known.failed(thrown);
      }
    } catch (Throwable e) {
      report(e);
    }
  }

  private static void report(Throwable failure) {
    Diagnostics.rethrowFatal(failure);
    Diagnostics.report(
        "jdk-http-call", "the end of a call by java.net.http was missed; it has no line", failure);
  }
}
