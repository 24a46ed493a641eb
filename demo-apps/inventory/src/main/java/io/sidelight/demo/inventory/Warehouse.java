package io.sidelight.demo.inventory;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** What lies on the shelves, in memory. Safe for use by many threads. */
final class Warehouse {
  private final Map<String, Integer> shelves =
      new ConcurrentHashMap<>(
          Map.of("tea-earl-grey", 120, "teapot", 7, "apple", 300, "wire-30cm", 0));

  /** How many of an article there are; empty if the warehouse does not know it. */
  OptionalInt available(String sku) {
    Integer quantity = shelves.get(sku);
    return quantity == null ? OptionalInt.empty() : OptionalInt.of(quantity);
  }

  /** Sets some of an article aside; false, and nothing happens, if there are not enough. */
  boolean reserve(String sku, int quantity) {
    Integer before = shelves.get(sku);
    while (before != null && before >= quantity) {
      if (shelves.replace(sku, before, before - quantity)) {
        return true;
      }
      before = shelves.get(sku);
    }
    return false;
  }
}
