package io.sidelight.instrumentation.jettyclient;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The headers of a request that this thread is about to send. They are given out once. */
final class SentHeaders {

  private static final ThreadLocal<@Nullable SentHeaders> HERE = new ThreadLocal<>();

  private final Request request;
  private final HttpFields headers;

  private SentHeaders(Request request, HttpFields headers) {
    this.request = request;
    this.headers = headers;
  }

  /**
   * @param headers null for those that the request has anyway
   */
  static void are(Request request, @Nullable HttpFields headers) {
    if (headers != null) {
      HERE.set(new SentHeaders(request, headers));
    }
  }

  /** Null unless the request is about to be sent, and after the first time. */
  static @Nullable HttpFields of(Request request) {
    SentHeaders sent = HERE.get();
    if (sent == null || sent.request != request) {
      return null;
    }
    forget();
    return sent.headers;
  }

  static void forget() {
    HERE.remove();
  }
}
