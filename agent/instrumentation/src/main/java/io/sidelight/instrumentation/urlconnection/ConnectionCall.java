package io.sidelight.instrumentation.urlconnection;

import io.sidelight.dependency.http.HttpCall;
import io.sidelight.exchange.ClientExchange;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The call that a connection makes. A connection has one; only where that failed or was given up
 * before there was an answer may it make another.
 *
 * <p>Kept for each connection as long as the application has that, so nothing here refers to it.
 */
final class ConnectionCall {

  private static final int FIRST_ERROR = 400;

  private static final Map<Object, ConnectionCall> CALLS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final @Nullable HttpCall call;
  private volatile boolean sent;
  private volatile boolean answered;
  private volatile boolean over;

  private ConnectionCall(@Nullable HttpCall call) {
    this.call = call;
  }

  /** Null when the connection has not connected yet. */
  static @Nullable ConnectionCall of(Object connection) {
    return CALLS.get(connection);
  }

  /** The connection is about to connect, to begin a call or to go on with one. */
  static void connecting(HttpURLConnection connection) {
    ConnectionCall known = of(connection);
    if (known == null || (known.over && !known.answered)) {
      CALLS.put(
          connection,
          new ConnectionCall(HttpCall.begin("urlconnection", new ConnectionExchange(connection))));
    }
  }

  /** A request is about to be written; with a body, a GET has become a POST by now. */
  void attempt(ClientExchange exchange) {
    boolean first = !sent;
    sent = true;
    if (call != null && !over) {
      if (first) {
        call.method(exchange.method());
      }
      call.attempt(exchange);
    }
  }

  /** An answer sends the client elsewhere. */
  void redirecting(int status) {
    if (call != null && !over) {
      call.answered(status);
    }
  }

  void redirected() {
    if (call != null) {
      call.redirected();
    }
  }

  /**
   * The connection has what it will have of an answer.
   *
   * @param status -1 when there is none
   * @param bodyless nothing of the answer is left to read
   */
  void answered(int status, boolean bodyless) {
    if (!answered && call != null && status > 0) {
      call.answered(status);
    }
    answered = true;
    if (bodyless) {
      ended();
    }
  }

  /**
   * What the application called has thrown, which is how the connection tells of most answers that
   * report an error, too.
   *
   * @param status of the answer, -1 when there is none
   */
  void thrown(Throwable thrown, int status, boolean bodyless) {
    if (answered || over) {
      return; // what it throws whenever it is asked again
    }
    if (status >= FIRST_ERROR) {
      answered(status, bodyless);
    } else if (thrown instanceof HttpRetryException) {
      answered(((HttpRetryException) thrown).responseCode(), true);
    } else if (sent || !(thrown instanceof ProtocolException)) {
      failed(thrown);
    }
    // Else the application asked for what the connection does not do: nothing has happened.
  }

  void failed(Throwable thrown) {
    over = true;
    if (call != null) {
      call.failed(thrown);
    }
  }

  void ended() {
    over = true;
    if (call != null) {
      call.ended();
    }
  }

  /** The application is done with the connection. */
  void disconnected() {
    if (over) {
      return;
    }
    if (answered || !sent) {
      ended();
    } else {
      over = true;
      if (call != null) {
        call.cancelled();
      }
    }
  }
}
