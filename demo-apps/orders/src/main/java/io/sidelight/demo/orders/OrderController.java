package io.sidelight.demo.orders;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

  OrderController(OrderBook book, PaymentGateway payments) {
    this.book = book;
    this.payments = payments;
  }

  /** What a customer sends to place an order. */
  record NewOrder(String customer, List<Order.Item> items) {}

  @GetMapping("/{id}")
  Order one(@PathVariable("id") long id) {
    return existing(id);
  }

  @PostMapping
  ResponseEntity<Order> place(@RequestBody NewOrder wanted) {
    if (wanted.items() == null || wanted.items().isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "an order needs items");
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

  /** Answers from a report that takes its time. */
  @GetMapping("/{id}/invoice")
  String invoice(@PathVariable("id") long id) throws InterruptedException {
    Order order = existing(id);
    log.info("Rendering the invoice of order {}", id);
    TimeUnit.MILLISECONDS.sleep(1200);
    return "Invoice for " + order.customer() + ": " + order.total() + "\n";
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
