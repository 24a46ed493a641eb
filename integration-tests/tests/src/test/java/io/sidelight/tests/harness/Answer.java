package io.sidelight.tests.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A response as the client got it. Header names are in lower case, in the order received. */
public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  private static final Set<String> OWN_OR_CHANGING =
      Set.of("x-request-id", "date", "last-modified", "etag");

  /** Numbers that the JDK gives to classes that it makes at run time. */
  private static final Pattern GENERATED = Pattern.compile("Lambda\\S*|\\d+(?=\\.run)");

  private static final Pattern SESSION_ID = Pattern.compile("(?<=SESSIONID=)[^;]+");

  /** How its thread came to a task differs from one task to the next, and is in stack traces. */
  private static final String UNDERTOW_WORKER = "EnhancedQueueExecutor";

  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The one request ID of the response. */
  public String requestId() {
    List<String> ids = headers("X-Request-ID");
    if (ids.size() != 1) {
      throw new AssertionError("not one X-Request-ID but " + ids + " in " + this);
    }
    return ids.get(0);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** All of it but what differs from one answer to the next, or is the agent's own. */
  public String comparable(int port) {
    List<String> comparable = new ArrayList<>();
    boolean ofWorker = text().contains(UNDERTOW_WORKER);
    headers.stream()
        .filter(header -> !OWN_OR_CHANGING.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .filter(header -> !(ofWorker && header.getKey().equalsIgnoreCase("content-length")))
        .map(header -> header.toString().replace(":" + port, ":port"))
        .forEach(header -> comparable.add(SESSION_ID.matcher(header).replaceAll("#")));
    String body =
        text()
            .replace(":" + port, ":port")
            .lines()
            .filter(line -> !line.contains(UNDERTOW_WORKER))
            .collect(Collectors.joining("\n"));
    return status + " " + comparable + "\n" + GENERATED.matcher(body).replaceAll("#");
  }

  @Override
  public String toString() {
    return status + " " + headers;
  }
}
