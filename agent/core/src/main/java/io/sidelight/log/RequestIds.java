package io.sidelight.log;

import io.sidelight.exchange.ByIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Request IDs by whose identity the request is found, wherever the string is copied to.
 *
 * <p>Libraries and applications copy the context of a line from map to map. The values are what
 * every copy keeps. Strings are held weakly, so an entry lasts as long as anything holds the
 * string. Thread-safe.
 */
public final class RequestIds {

  private static final ByIdentity<String, LoggedRequest> REQUESTS = new ByIdentity<>();

  private RequestIds() {}

  /** Another string of the same characters, by which {@link #requestOf} finds the request. */
  @SuppressWarnings("StringCopy") // its identity is what is needed
  public static String mark(String id, LoggedRequest request) {
    String copy = new String(id);
    REQUESTS.put(new ByIdentity.Key<>(REQUESTS, copy), request);
    return copy;
  }

  /** The request of a string that {@link #mark} returned, null for any other object. */
  public static @Nullable LoggedRequest requestOf(@Nullable Object id) {
    return id instanceof String ? REQUESTS.get((String) id) : null;
  }
}
