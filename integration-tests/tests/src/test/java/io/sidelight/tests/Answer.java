package io.sidelight.tests;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A response as the client got it. Header names are in lower case, in the order received. */
record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The one request ID of the response. */
  String requestId() {
    List<String> ids = headers("X-Request-ID");
    if (ids.size() != 1) {
      throw new AssertionError("not one X-Request-ID but " + ids + " in " + this);
    }
    return ids.get(0);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " " + headers;
  }
}
