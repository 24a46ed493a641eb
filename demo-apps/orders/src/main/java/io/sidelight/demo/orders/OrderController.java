package io.sidelight.demo.orders;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reads, places and searches orders. */
@RestController
@RequestMapping("/orders")
class OrderController {
  private static final Logger log = LoggerFactory.getLogger(OrderController.class);

  private final OrderBook book;
  private final PaymentGateway payments;
  private final ReservationClient reservations;
  private final StockClient stock;
  private final Availability availability;

  OrderController(
      OrderBook book,
      PaymentGateway payments,
      ReservationClient reservations,
      StockClient stock,
      Availability availability) {
    this.book = book;
    this.payments = payments;
    this.reservations = reservations;
    this.stock = stock;
    this.availability = availability;
  }

  /** What a customer sends to place an order. */
  record NewOrder(String customer, List<Order.Item> items) {}

  @GetMapping("/{id}")
  Order one(@PathVariable("id") long id) {
    return existing(id);
  }

  /** Reserves every position with inventory, then takes the order. */
  @PostMapping
  ResponseEntity<Order> place(@RequestBody NewOrder wanted) throws IOException {
    if (wanted.items() == null || wanted.items().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "an order needs items");
    }
    for (Order.Item item : wanted.items()) {
      reservations.reserve(item);
    }
    Order order = book.place(wanted.customer(), wanted.items());
    log.info(
        "Order {} placed, {} positions, total {}", order.id(), order.items().size(), order.total());
    return ResponseEntity.status(HttpStatus.CREATED).body(order);
  }

  @GetMapping("/search")
  List<Order> search(@RequestParam("q") String text) {
    List<Order> found = book.search(text);
    log.info("Search found {} orders", found.size());
    return found;
  }

  /** Whether there is enough for every position; inventory is asked for all of them at once. */
  @GetMapping("/{id}/availability")
  List<StockClient.Stock> availability(@PathVariable("id") long id) {
    return availability.of(existing(id));
  }

  /** When more of the first position arrive; slow, because inventory is. */
  @GetMapping("/{id}/delivery")
  StockClient.Delivery delivery(@PathVariable("id") long id)
      throws IOException, InterruptedException {
    return stock.delivery(existing(id).items().get(0).sku());
  }

  /** Fails: the payment gateway turns the request down in a way nobody handles. */
  @PostMapping("/{id}/payment")
  Order pay(@PathVariable("id") long id) {
    Order order = existing(id);
    payments.charge(order);
    return order;
  }

  private Order existing(long id) {
    return book.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
