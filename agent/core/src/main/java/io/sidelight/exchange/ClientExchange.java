package io.sidelight.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One outbound request, as a client library is about to send it. An adapter for each client
 * implements it; nothing else of a client is known to the core.
 *
 * <p>Called on the thread that hands it over, and not kept: what is needed later is copied.
 */
public interface ClientExchange {

  /** The verb, null when the library does not tell. */
  @Nullable String method();

  /** Such as {@code https}, null when there is none. */
  @Nullable String scheme();

  /**
   * Host name or address as the application wrote it, without brackets; null when none is known.
   */
  @Nullable String host();

  /** Port that the URL names, -1 when it leaves it to the scheme. */
  int port();

  /** Path with its percent-encoding, without query and fragment; null or empty for none. */
  @Nullable String path();

  /**
   * Raw query string without {@code ?}, null when there is none. It is looked at and not logged.
   */
  @Nullable String query();

  /** First value of a request header by case-insensitive name, null when absent. */
  @Nullable String header(String name);

  /**
   * Adds a header to what is sent, beside those that were added before; the request that the
   * application holds stays as it is.
   */
  void setHeader(String name, String value);
}
