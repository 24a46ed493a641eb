package io.sidelight.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as a container sees them. An adapter for each container implements
 * it; nothing else of a container is known to the core.
 *
 * <p>Called on the thread that runs the request, and only until the request has completed:
 * containers recycle the objects behind it.
 */
public interface ServerExchange extends ApplicationRequest {

  /** Null when the request line could not be read. */
  @Nullable String method();

  /** Path as it was sent, percent-encoding kept, without the query. Null as {@link #method}. */
  @Nullable String path();

  /** Raw query string without {@code ?}, null when there is none. */
  @Nullable String query();

  /** First value of a request header by case-insensitive name, null when absent. */
  @Nullable String header(String name);

  /** How many header lines of the request have this name. */
  int headerCount(String name);

  Headers headers();

  /**
   * Address of the other end of the TCP connection, without its port: who has sent the request, or
   * the proxy that has. Never what a header, a filter or the PROXY protocol says instead. Null when
   * it is not known, and for a Unix domain socket. It decides what the request may do.
   */
  @Nullable String peer();

  /** Request {@code Content-Type}, null when absent. */
  @Nullable String contentType();

  /** Request {@code Content-Length} in bytes, -1 when it is absent or not a number. */
  default long contentLength() {
    String length = header("Content-Length");
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

  /**
   * Sets a response header, replacing every line of that name; no effect on a committed response.
   */
  void setHeader(String name, String value);

  /** Last value of a response header by case-insensitive name, null when absent. */
  @Nullable String responseHeader(String name);

  /** How many lines of the response header have this name. */
  int responseHeaderCount(String name);

  /** Status that was sent, or would be sent now while the response is not committed. */
  int status();

  @Nullable String responseContentType();

  /**
   * Bytes of the response body as it was sent: after content encoding (compression), without the
   * framing of chunks and HTTP/2, and without headers; -1 when they are not known.
   */
  long bytesOut();

  /** Bytes of the request body that were read so far, -1 when they are not known. */
  long bytesIn();

  /**
   * When the container saw the first byte of the request, on the clock of {@link System#nanoTime}.
   */
  long startNanos();

  /** Whether the response did not reach the client whole, as far as the container knows. */
  boolean aborted();

  /**
   * Whether the server answered by itself, because of what the client sent, before the request got
   * to the application. A server that is stopping or overloaded does not refuse in this sense.
   */
  default boolean refused() {
    return false;
  }

  /** What the application threw and nobody handled, null when nothing. */
  @Nullable Throwable thrown();
}
