package io.sidelight.demo.orders;

import java.math.BigDecimal;
import java.util.List;

/**
 * An order as it was placed.
 *
 * @param id given by the service
 * @param customer who placed it
 * @param items what was ordered, at least one
 * @param total price of all items
 */
record Order(long id, String customer, List<Item> items, BigDecimal total) {
  /**
   * One position of an order.
   *
   * @param sku the article
   * @param quantity at least 1
   * @param price of one
   */
  record Item(String sku, int quantity, BigDecimal price) {
    /** The price of the whole position. */
    BigDecimal sum() {
      return price.multiply(BigDecimal.valueOf(quantity));
    }
  }
}
