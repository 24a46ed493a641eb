package io.sidelight.tests.clients;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A call that the test wants to be made, and what the application saw of it, as text that is the
 * same with and without the agent. Made from parameters by name:
 *
 * <ul>
 *   <li>{@code url}, {@code method}, {@code header} (any number of {@code Name: value}), {@code
 *       body} (text), {@code fill} (a body of that many bytes instead);
 *   <li>{@code follow}: whether redirects are followed; {@code connect}, {@code timeout}: for
 *       connecting and for reading, in milliseconds, 0 for the client's default;
 *   <li>{@code read}: what becomes of the body of the answer, see {@link Read};
 *   <li>{@code via}: another way that the client offers, which the caller knows.
 * </ul>
 */
public final class Call {

  /** What the application does with the body of an answer. */
  public enum Read {
    /** Reads it to the end and closes it. */
    ALL,
    /** Reads it to the end and forgets to close it. */
    END,
    /** Reads the first bytes and closes it. */
    PART,
    /** Closes it at once. */
    CLOSE,
    /** Does nothing with it. */
    NEVER
  }

  private static final int PART_BYTES = 10;

  /** What is never read is not collected either. */
  private static final Queue<Object> LEFT_OPEN = new ConcurrentLinkedQueue<>();

  private final Map<String, String[]> parameters;
  private final StringBuffer seen = new StringBuffer();
  private final CompletableFuture<String> outcome = new CompletableFuture<>();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  public Call(Map<String, String[]> parameters) {
    this.parameters = parameters;
  }

  public String url() {
    return text("url", "");
  }

  public String method() {
    return text("method", "GET");
  }

  /** In pairs. */
  public List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String header : parameters.getOrDefault("header", new String[0])) {
      int colon = header.indexOf(": ");
      headers.add(Map.entry(header.substring(0, colon), header.substring(colon + 2)));
    }
    return headers;
  }

  /** Null for a request without one. */
  public byte[] body() {
    if (parameters.containsKey("fill")) {
      return "x".repeat(number("fill")).getBytes(StandardCharsets.US_ASCII);
    }
    String body = text("body", null);
    return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
  }

  public boolean follow() {
    return Boolean.parseBoolean(text("follow", "false"));
  }

  /** Milliseconds. */
  public int connect() {
    return number("connect");
  }

  /** Milliseconds. */
  public int timeout() {
    return number("timeout");
  }

  public Read read() {
    return Read.valueOf(text("read", "all").toUpperCase(Locale.ROOT));
  }

  /** Empty for the usual way. */
  public String via() {
    return text("via", "");
  }

  /** What the call's client is configured with: calls that are alike here share one. */
  public String configuration() {
    return follow() + " " + connect() + " " + timeout() + " " + via();
  }

  /** The application is told the status. */
  public void status(int status) {
    tell("status " + status);
  }

  /** The application is told of headers of the answer, in any order. */
  public void answerHeaders(Map<String, List<String>> headers) {
    tellHeaders("header ", headers);
  }

  /** The headers of the request as the application's own object has them after the call. */
  public void requestHeaders(Map<String, List<String>> headers) {
    tellHeaders("own ", headers);
  }

  /** The headers of the request that the client shows as the one that it has sent. */
  public void sentHeaders(Map<String, List<String>> headers) {
    tellHeaders("sent ", headers);
  }

  /** The application is given the body as a stream. */
  public void stream(InputStream body) throws IOException {
    switch (read()) {
      case ALL:
        bytes(body.readAllBytes());
        body.close();
        break;
      case END:
        bytes(body.readAllBytes());
        LEFT_OPEN.add(body);
        break;
      case PART:
        bytes(body.readNBytes(PART_BYTES));
        body.close();
        break;
      case CLOSE:
        body.close();
        break;
      default:
        leaveOpen(body);
    }
  }

  /** The application has the whole body, or what it has read of it. */
  public void bytes(byte[] body) {
    tell("body " + body.length + " " + digest(body));
  }

  /** The application drops this without closing it. */
  public void leaveOpen(Object body) {
    LEFT_OPEN.add(body);
  }

  /** The application sees an exception. */
  public void fail(Throwable thrown) {
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    String kind = "exception ";
    for (Throwable each = thrown; each != null && known.add(each); each = each.getCause()) {
      tell(kind + each.getClass().getName() + ": " + each.getMessage());
      for (Throwable suppressed : each.getSuppressed()) {
        tell("suppressed " + suppressed.getClass().getName() + ": " + suppressed.getMessage());
      }
      kind = "cause ";
    }
    finish();
  }

  /** The application is told something else. */
  public void tell(String what) {
    seen.append(what).append('\n');
  }

  /** The call is over for the application. */
  public void finish() {
    if (!outcome.complete(seen.toString())) {
      throw new IllegalStateException("told twice that the call is over: " + seen);
    }
  }

  /** What the application has seen, once the call is over. */
  public CompletableFuture<String> outcome() {
    return outcome;
  }

  /** What it takes to give the call up; run at once if that is wanted already. */
  public void onCancel(Runnable cancel) {
    cancelled.thenRun(cancel);
  }

  /** The application gives the call up. */
  public void cancel() {
    cancelled.complete(null);
  }

  private void tellHeaders(String kind, Map<String, List<String>> headers) {
    Set<String> lines = new TreeSet<>();
    headers.forEach((name, values) -> lines.add(kind + name + ": " + values));
    lines.forEach(this::tell);
  }

  private String text(String name, String otherwise) {
    String[] values = parameters.get(name);
    return values == null ? otherwise : values[0];
  }

  private int number(String name) {
    return Integer.parseInt(text(name, "0"));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
