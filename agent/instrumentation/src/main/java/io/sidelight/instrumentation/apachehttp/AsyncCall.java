package io.sidelight.instrumentation.apachehttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import org.jspecify.annotations.Nullable;

/**
 * A call through a client that doesn't block. It is over when the application has its result and
 * the body is here: a consumer may have made its result of the headers alone.
 */
final class AsyncCall extends ApacheCall {

  /** By what the client keeps of one call. */
  static final ByIdentity<Object, AsyncCall> OPEN = new ByIdentity<>();

  private final @Nullable RequestScope scope = RequestScope.current();

  private @Nullable ApacheCall outer;
  private @Nullable Object outerCall;
  private boolean begun;
  private boolean entered;
  private boolean resultKnown;
  private boolean bodyOpen;
  private boolean tunnelling;

  /** The application makes a call on this thread, which {@link #leave} has to follow. */
  private void enterClient() {
    outer = enter();
  }

  /**
   * The same, unless this thread is in a method of the client that another one of it has called.
   *
   * @return null in that case
   */
  static @Nullable AsyncCall enterUnlessInside() {
    AsyncCall current = currentAsync();
    if (current != null && !current.isBegun()) {
      return null;
    }
    AsyncCall call = new AsyncCall();
    call.enterClient();
    return call;
  }

  static @Nullable AsyncCall currentAsync() {
    ApacheCall current = current();
    return current instanceof AsyncCall ? (AsyncCall) current : null;
  }

  /** The request is known; only the first one is the application's. */
  boolean begin(ApacheExchange exchange) {
    synchronized (this) {
      if (begun) {
        return false;
      }
      begun = true;
    }
    HttpCall call = begin(exchange, scope);
    if (call != null && current() == this) {
      outerCall = call.enter();
      entered = true;
    }
    return true;
  }

  synchronized boolean isBegun() {
    return begun;
  }

  /** The client returns to the application, or throws. */
  void leaveClient(@Nullable Throwable thrown) {
    if (entered) {
      HttpCall.leave(outerCall);
      entered = false;
      outerCall = null;
    }
    leave(outer);
    outer = null;
    if (thrown != null) {
      failed(thrown);
    }
  }

  /**
   * The same at the end of a method of the client.
   *
   * @param entered results of its enter advice, of which the first is the call, null for none; null
   *     if that failed
   */
  static void leaveClient(@Nullable Object @Nullable [] entered, @Nullable Throwable thrown) {
    AsyncCall call = entered == null ? null : (AsyncCall) entered[0];
    if (call != null) {
      call.leaveClient(thrown);
    }
  }

  /**
   * Another thread works for the call.
   *
   * @return what to give to {@link #leave(Object)}
   */
  Object resume() {
    return new Before(enter(), RequestScope.makeCurrent(scope));
  }

  static void leave(@Nullable Object resumed) {
    if (resumed != null) {
      Before before = (Before) resumed;
      before.token.close();
      leave(before.call);
    }
  }

  /** What a thread was about before. */
  private static final class Before {

    final @Nullable ApacheCall call;
    final ScopeToken token;

    Before(@Nullable ApacheCall call, ScopeToken token) {
      this.call = call;
      this.token = token;
    }
  }

  /** What is sent next asks a proxy for a way through, and is no attempt. */
  synchronized void tunnelling(boolean tunnelling) {
    this.tunnelling = tunnelling;
  }

  synchronized boolean isTunnelling() {
    return tunnelling;
  }

  /** There is no result to wait for: the application takes what the connection brings. */
  synchronized void endsWithBody() {
    resultKnown = true;
  }

  /** A request is sent, which an answer with a body may follow. */
  void sent() {
    sending();
    synchronized (this) {
      bodyOpen = true;
    }
  }

  /** The body of an answer is here, or it has none. */
  void bodyEnded() {
    synchronized (this) {
      if (!bodyOpen) {
        return;
      }
      bodyOpen = false;
      if (!resultKnown) {
        return;
      }
    }
    HttpCall call = call();
    if (call != null) {
      call.ended();
    }
  }

  /** The exchange failed; without a result yet the client may try again. */
  void bodyFailed(Throwable thrown) {
    synchronized (this) {
      bodyOpen = false;
      if (!resultKnown) {
        return;
      }
    }
    HttpCall call = call();
    if (call != null) {
      call.failed(thrown);
    }
  }

  /** The exchange is given up by the client or the application. */
  void bodyDropped() {
    synchronized (this) {
      bodyOpen = false;
      if (!resultKnown) {
        return;
      }
    }
    HttpCall call = call();
    if (call != null && isAnswered()) {
      call.ended();
    } else if (call != null) {
      call.cancelled();
    }
  }

  /** The application is about to get its result. */
  void completed() {
    synchronized (this) {
      if (resultKnown) {
        return;
      }
      resultKnown = true;
      if (bodyOpen) {
        return;
      }
    }
    HttpCall call = call();
    if (call != null) {
      call.ended();
    }
  }

  /** The application is about to get an exception. */
  void failed(Throwable thrown) {
    HttpCall call = result();
    if (call != null) {
      call.failed(thrown);
    }
  }

  /** The application has cancelled the call, or the client has and says so. */
  void cancelled() {
    HttpCall call = result();
    if (call != null) {
      call.cancelled();
    }
  }

  /** Null when the result is known already. */
  private @Nullable HttpCall result() {
    synchronized (this) {
      if (resultKnown) {
        return null;
      }
      resultKnown = true;
      bodyOpen = false;
    }
    return call();
  }
}
