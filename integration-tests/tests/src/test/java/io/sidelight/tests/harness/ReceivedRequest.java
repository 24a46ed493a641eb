package io.sidelight.tests.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request of a service as the other side got it. Header names are in lower case. */
public record ReceivedRequest(
    String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

  private static final String REQUEST_ID = "x-request-id";
  private static final String DEBUG = "x-debug-log";

  public List<String> requestIds() {
    return headers.stream()
        .filter(header -> header.getKey().equals(REQUEST_ID))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Values of the header that puts a request in DEBUG. */
  public List<String> debugHeaders() {
    return headers.stream()
        .filter(header -> header.getKey().equals(DEBUG))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** All of it but what the agent may add. */
  public String comparable() {
    List<String> others = new ArrayList<>();
    headers.stream()
        .filter(header -> !header.getKey().equals(REQUEST_ID) && !header.getKey().equals(DEBUG))
        .forEach(header -> others.add(header.toString()));
    return method + " " + target + " " + others + " " + new String(body, StandardCharsets.UTF_8);
  }

  public static Map.Entry<String, String> header(String name, String value) {
    return Map.entry(name.toLowerCase(Locale.ROOT), value);
  }
}
