package io.sidelight.instrumentation.undertow;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;

/** Reads what both kinds of exchange read from headers. */
final class HeaderLookup {

  private HeaderLookup() {}

  static int count(HeaderMap headers, String name) {
    HeaderValues values = headers.get(name);
    return values == null ? 0 : values.size();
  }

  /** Content-Length in bytes, -1 when there is none that is a number. */
  static long contentLength(HeaderMap headers) {
    String length = headers.getFirst(Headers.CONTENT_LENGTH);
    if (length == null || length.isEmpty() || length.length() > 18) {
      return -1;
    }
    for (int i = 0; i < length.length(); i++) {
      if (length.charAt(i) < '0' || length.charAt(i) > '9') {
        return -1;
      }
    }
    return Long.parseLong(length);
  }

  static io.sidelight.exchange.Headers all(HeaderMap headers) {
    return consumer -> {
      for (HeaderValues values : headers) {
        String name = values.getHeaderName().toString();
        for (String value : values) {
          consumer.accept(name, value);
        }
      }
    };
  }
}
