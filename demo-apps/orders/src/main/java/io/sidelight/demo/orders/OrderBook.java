package io.sidelight.demo.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Repository;

/** All orders, in memory; a few are there from the start. Safe for use by many threads. */
@Repository
class OrderBook {
  private final Map<Long, Order> orders = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();

  OrderBook() {
    place("Ada Lovelace", List.of(item("tea-earl-grey", 2, "4.90"), item("teapot", 1, "29.00")));
    place("Alan Turing", List.of(item("apple", 6, "0.55")));
    place("Grace Hopper", List.of(item("wire-30cm", 1, "1.00"), item("teapot", 2, "29.00")));
  }

  /** Adds an order and gives it the next number. */
  Order place(String customer, List<Order.Item> items) {
    BigDecimal total = items.stream().map(Order.Item::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    Order order = new Order(lastId.incrementAndGet(), customer, List.copyOf(items), total);
    orders.put(order.id(), order);
    return order;
  }

  /** The order of that number, if there is one. */
  Optional<Order> find(long id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** Orders whose customer or articles contain the text, ignoring case; by number. */
  List<Order> search(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return orders.values().stream().filter(order -> matches(order, wanted)).toList();
  }

  private static boolean matches(Order order, String wanted) {
    return order.customer().toLowerCase(Locale.ROOT).contains(wanted)
        || order.items().stream().anyMatch(item -> item.sku().contains(wanted));
  }

  private static Order.Item item(String sku, int quantity, String price) {
    return new Order.Item(sku, quantity, new BigDecimal(price));
  }
}
