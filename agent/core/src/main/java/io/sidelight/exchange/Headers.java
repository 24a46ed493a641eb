package io.sidelight.exchange;

import java.util.function.BiConsumer;

/**
 * Header lines in the order in which they were received; a repeated name comes once for each line.
 */
@FunctionalInterface
public interface Headers {

  /** Passes name and value of each header line to {@code consumer}, on the calling thread. */
  void forEach(BiConsumer<String, String> consumer);
}
