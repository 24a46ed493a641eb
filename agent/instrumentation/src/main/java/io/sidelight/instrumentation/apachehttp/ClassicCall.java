package io.sidelight.instrumentation.apachehttp;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.ByIdentity;
import io.sidelight.request.RequestScope;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A call through a client that blocks. The response comes back with its body still on the
 * connection, and whatever gives the connection back ends the call: the end of the body, {@code
 * close}, an abort, a failure.
 *
 * <p>A client gives the connection back before it throws what went wrong. So while it is about the
 * stream the end waits ({@link #settling}) until it is known what the application gets to see
 * ({@link #settled}).
 */
final class ClassicCall extends ApacheCall {

  /** By what holds the connection. */
  private static final ByIdentity<Object, ClassicCall> OPEN = new ByIdentity<>();

  /** The call whose body can't be read any further, until it is known why. */
  private static final ThreadLocal<@Nullable ClassicCall> BROKEN = new ThreadLocal<>();

  private @Nullable ApacheCall outer;
  private @Nullable Object outerCall;

  /** What holds the connection, null when there is none. Weak, since it is the key. */
  private @Nullable WeakReference<Object> held;

  private boolean returned;
  private int settling;

  /** The object that the application gave to the client, until that returns. */
  private @Nullable Object request;

  private ClassicCall() {}

  /**
   * The application makes a call.
   *
   * @param request the application's object
   * @return null when it is part of a call that this thread is in, or names no host to go to
   */
  static @Nullable ClassicCall begin(ApacheExchange exchange, Object request) {
    if (exchange.host() == null) {
      return null;
    }
    ClassicCall call = new ClassicCall();
    call.request = request;
    HttpCall begun = call.begin(exchange, RequestScope.current());
    if (begun == null) {
      return null;
    }
    call.outer = call.enter();
    call.outerCall = begun.enter();
    return call;
  }

  /** The call that this thread is in, null when it is in none or in one that doesn't block. */
  static @Nullable ClassicCall currentClassic() {
    ApacheCall current = current();
    return current instanceof ClassicCall ? (ClassicCall) current : null;
  }

  /** Whether this is the application's own object and no copy of it. */
  boolean isOwn(Object request) {
    return this.request == request;
  }

  /** A connection is there, and this is what will give it back. */
  void holding(Object holder) {
    synchronized (this) {
      held = new WeakReference<>(holder);
    }
    OPEN.put(holder, this);
  }

  /**
   * The client returns to the application.
   *
   * @param status of the response, for one that came out of a cache
   */
  void returned(int status) {
    leave();
    answeredWithoutConnection(status);
    boolean over;
    synchronized (this) {
      returned = true;
      over = held == null;
    }
    if (over) {
      ended();
    }
  }

  /**
   * The client throws.
   *
   * @param aborted whether the application had it that way
   */
  void thrown(Throwable thrown, boolean aborted) {
    leave();
    HttpCall call = call();
    if (call != null && aborted) {
      call.cancelled();
    } else if (call != null) {
      call.failed(thrown);
    }
  }

  private void leave() {
    HttpCall.leave(outerCall);
    leave(outer);
    outer = null;
    outerCall = null;
    request = null;
  }

  /** The connection is given back. */
  static void released(Object holder) {
    ClassicCall call = OPEN.remove(holder);
    if (call != null && call.isOver(holder)) {
      call.ended();
    }
  }

  private synchronized boolean isOver(Object holder) {
    if (held == null || held.get() != holder) {
      return false; // that of an earlier attempt
    }
    held = null;
    return returned && settling == 0;
  }

  /** The application aborts the request, perhaps while another thread reads the body. */
  static void aborted(Object holder) {
    ClassicCall open = OPEN.get(holder);
    if (open != null && open.isReturned()) {
      HttpCall call = open.call();
      if (call != null) {
        call.cancelled();
      }
    }
  }

  private synchronized boolean isReturned() {
    return returned;
  }

  /**
   * The client is at the end of a body or closes it.
   *
   * @return the call, to tell {@link #settled} what came of it
   */
  static @Nullable ClassicCall settling(@Nullable Object holder) {
    ClassicCall call = OPEN.get(holder);
    if (call != null) {
      synchronized (call) {
        call.settling++;
      }
    }
    return call;
  }

  /**
   * @param thrown what the application gets to see, null when all went well
   */
  void settled(@Nullable Throwable thrown) {
    boolean over;
    synchronized (this) {
      settling--;
      over = returned && held == null && settling == 0;
    }
    HttpCall call = call();
    if (call != null && thrown != null && isReturned()) {
      call.failed(thrown);
    } else if (over) {
      ended();
    }
  }

  /** The body can't be read any further; the exception is still to come. */
  static void breaking(@Nullable Object holder) {
    ClassicCall call = settling(holder);
    if (call != null) {
      BROKEN.set(call);
    }
  }

  /** What came of {@link #breaking} on this thread, if that was. */
  static void broken(@Nullable Throwable thrown) {
    ClassicCall call = BROKEN.get();
    if (call != null) {
      BROKEN.remove();
      call.settled(thrown);
    }
  }

  private void ended() {
    HttpCall call = call();
    if (call != null) {
      call.ended();
    }
  }
}
