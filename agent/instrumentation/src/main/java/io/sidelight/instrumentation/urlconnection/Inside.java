package io.sidelight.instrumentation.urlconnection;

import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/**
 * The connection whose method this thread is in: its methods call each other, and the client that
 * writes its requests does not know it.
 */
final class Inside {

  private static final ThreadLocal<@Nullable Inside> CURRENT = new ThreadLocal<>();

  private final HttpURLConnection connection;
  private final @Nullable Inside outer;

  private Inside(HttpURLConnection connection, @Nullable Inside outer) {
    this.connection = connection;
    this.outer = outer;
  }

  /** The connection that this thread is in, null for none. */
  static @Nullable HttpURLConnection current() {
    Inside current = CURRENT.get();
    return current == null ? null : current.connection;
  }

  /** What to give to {@link #leave}; null when the thread is in this connection already. */
  static @Nullable Inside enter(HttpURLConnection connection) {
    Inside outer = CURRENT.get();
    if (outer != null && outer.connection == connection) {
      return null;
    }
    Inside inside = new Inside(connection, outer);
    CURRENT.set(inside);
    return inside;
  }

  void leave() {
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
