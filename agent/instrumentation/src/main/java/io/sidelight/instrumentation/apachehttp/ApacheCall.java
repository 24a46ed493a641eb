package io.sidelight.instrumentation.apachehttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.request.RequestScope;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * One call of the application, and how often the client sends it.
 *
 * <p>An attempt begins when a connection is asked for, since that may be all that there ever is of
 * it; the request that is then sent belongs to it. One that is sent without a connection having
 * been asked for is an attempt of its own, such as the answer to an authentication challenge.
 */
abstract class ApacheCall {

  /** Name on the line. */
  static final String CLIENT = "apache";

  /** The call whose client this thread is inside of. */
  private static final ThreadLocal<@Nullable ApacheCall> CURRENT = new ThreadLocal<>();

  private @Nullable HttpCall call;
  private boolean connecting;
  private boolean answered;
  private @Nullable WeakReference<Object> first;
  private @Nullable WeakReference<Object> last;
  private @Nullable Object destination;

  static @Nullable ApacheCall current() {
    return CURRENT.get();
  }

  /**
   * This thread works inside the client from now on.
   *
   * @return what to give to {@link #leave}
   */
  final @Nullable ApacheCall enter() {
    ApacheCall outer = CURRENT.get();
    CURRENT.set(this);
    return outer;
  }

  static void leave(@Nullable ApacheCall outer) {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }

  /** The request is known. */
  final @Nullable HttpCall begin(ApacheExchange exchange, @Nullable RequestScope scope) {
    HttpCall begun = HttpCall.begin(CLIENT, exchange, scope);
    synchronized (this) {
      call = begun;
    }
    return begun;
  }

  /** Null before the request is known, and when an outer client makes the same call. */
  final synchronized @Nullable HttpCall call() {
    return call;
  }

  /** Host that the connection leads to, of the library's type. */
  final synchronized void destination(@Nullable Object host) {
    destination = host;
  }

  /** Null where the client has not named it. */
  final synchronized @Nullable Object destination() {
    return destination;
  }

  /** A connection is asked for. */
  final synchronized void connecting() {
    if (call != null) {
      call.attempted();
      connecting = true;
    }
  }

  /** A request is sent. */
  final synchronized void sending() {
    if (call != null && !connecting) {
      call.attempted();
    }
    connecting = false;
  }

  /**
   * Tells a redirect by the request that the client's own copy was made of: a retry copies the same
   * again.
   */
  final synchronized void sendingCopyOf(Object original) {
    if (first == null || last == null) {
      first = new WeakReference<>(original);
      last = first;
    } else if (last.get() != original) {
      last = new WeakReference<>(original);
      if (first.get() != original && call != null) {
        call.redirected();
      }
    }
  }

  final void redirected() {
    HttpCall known = call();
    if (known != null) {
      known.redirected();
    }
  }

  /** Adds our headers where they may go, until {@link ApacheExchange#written}. */
  final void propagate(ApacheExchange exchange) {
    HttpCall known = call();
    if (known != null) {
      known.propagate(exchange);
    }
  }

  /** The headers of an answer are in. */
  final void answered(int status) {
    HttpCall known;
    synchronized (this) {
      known = call;
      answered = true;
    }
    if (known != null) {
      known.answered(status);
    }
  }

  /** The client answers; nothing may have been sent for that, or nothing have come back. */
  final void answeredWithoutConnection(int status) {
    if (!isAnswered()) {
      answered(status);
    }
  }

  final synchronized boolean isAnswered() {
    return answered;
  }
}
