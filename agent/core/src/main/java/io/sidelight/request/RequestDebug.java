package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/** DEBUG that one request was granted, until it completes. Thread-safe. */
final class RequestDebug {

  /** What {@link LevelOverrides} has given. */
  private final int begun;

  /** Null once the request has completed: it may be a token. */
  private volatile @Nullable String header;

  private RequestDebug(String header, int begun) {
    this.header = header;
    this.begun = begun;
  }

  /**
   * @param header value of the header that asked for it
   */
  static RequestDebug begin(String header) {
    return new RequestDebug(header, LevelOverrides.begin());
  }

  /** The request has completed. To be called once. */
  void end() {
    LevelOverrides.end(begun);
    header = null;
  }

  /**
   * What other services need to be sent to be in DEBUG too, null once the request has completed.
   */
  @Nullable String header() {
    return header;
  }
}
