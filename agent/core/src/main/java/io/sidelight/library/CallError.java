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
  IO;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As it stands on the line. */
  public String text() {
    return text;
  }
}
