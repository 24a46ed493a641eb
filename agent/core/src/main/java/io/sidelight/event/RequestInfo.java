package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/** Whom a line is about: the identity that stands on every line of a request. */
public interface RequestInfo {

  String requestId();

  /** Whether the agent made the ID itself, so that no secret can be in it. */
  default boolean hasOwnId() {
    return false;
  }

  /** Null while the user isn't known. */
  @Nullable String userId();

  /** Null when the request line could not be read. */
  @Nullable String method();

  /** As it was sent, without the query; null when the request line could not be read. */
  @Nullable String path();

  /** 16 or 32 lower-case hex digits (or the vendor's own form), null when no caller sent one. */
  @Nullable String traceId();

  @Nullable String spanId();

  /** Whether this request alone may write DEBUG lines, whatever the levels say. */
  default boolean debug() {
    return false;
  }
}
