package io.sidelight.demo.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stands for a remote payment service that refuses everything. */
@Component
class PaymentGateway {
  private static final Logger log = LoggerFactory.getLogger(PaymentGateway.class);

  /**
   * Always fails, with the careless kind of message that carries a credential into logs.
   *
   * @throws IllegalStateException always
   */
  void charge(Order order) {
    log.debug(
        "Order {} has {} positions, charging card 4111 1111 1111 1111",
        order.id(),
        order.items().size());
    log.warn("Charging {} for order {}", order.total(), order.id());
    throw new IllegalStateException(
        "Payment gateway refused order "
            + order.id()
            + ": api_key=demo-key-0123456789abcdef is not allowed");
  }
}
