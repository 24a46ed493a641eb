package io.sidelight.library;

import java.util.Locale;

/**
 * Why a call failed, in words that are the same for all clients. Of several that apply to a failure
 * the first in this order counts.
 */
public enum CallError {
  TIMEOUT,
  DNS,
  TLS,
  CANCELLED,
  CONNECT,
  RESET,
  PROTOCOL,
  IO,

  /**
   * The system has answered that it does not do what was asked; no exception of itself means it.
   */
  REJECTED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As it stands on the line. */
  public String text() {
    return text;
  }
}
