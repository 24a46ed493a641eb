package io.sidelight.redaction;

import java.util.Random;
import java.util.UUID;

/** What is masked: orders as JSON with some secrets in them, and log lines with none. Seeded. */
final class Documents {

  private static final String[] NAMES = {
    "Ada Novak", "Bob Miller", "Chen Wei", "Dana Fischer", "Emil Larsen", "Fatima Haddad"
  };
  private static final String[] CITIES = {
    "Hamburg", "Leeds", "Porto", "Gdansk", "Utrecht", "Turin"
  };
  private static final String[] GOODS = {
    "Walnut desk, oiled, 160 x 80 cm",
    "Desk lamp with dimmer",
    "Office chair \\\"Comfort\\\", grey",
    "Cable tray",
    "Monitor arm for two screens",
    "Felt mat"
  };

  private final Random random = new Random(20261126);

  /**
   * An array of orders of about this many characters.
   *
   * @param size {@code 1KB}, {@code 16KB} or {@code 1MB}
   */
  static String json(String size) {
    Documents documents = new Documents();
    int length = length(size);
    StringBuilder out = new StringBuilder("[");
    do {
      out.append(out.length() > 1 ? "," : "").append(documents.order());
    } while (out.length() < length * 9 / 10);
    return out.append(']').toString();
  }

  /** Lines of a service's log of at least this many characters, without a secret. */
  static String log(String size) {
    Documents documents = new Documents();
    StringBuilder out = new StringBuilder();
    while (out.length() < length(size)) {
      out.append(documents.line());
    }
    return out.toString();
  }

  private static int length(String size) {
    return switch (size) {
      case "1KB" -> 1 << 10;
      case "16KB" -> 16 << 10;
      case "1MB" -> 1 << 20;
      default -> throw new IllegalArgumentException(size);
    };
  }

  private String order() {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      items.append(
          """
          %s{"sku":"SKU-%05d","name":"%s","quantity":%d,"unitPrice":%d.%02d,"inStock":%b}\
          """
              .formatted(
                  i > 0 ? "," : "",
                  random.nextInt(100_000),
                  pick(GOODS),
                  1 + random.nextInt(9),
                  random.nextInt(900),
                  random.nextInt(100),
                  random.nextBoolean()));
    }
    String name = pick(NAMES);
    return """
    {"orderId":"%s","createdAt":"%s","status":"PLACED","customer":{"id":%d,"name":"%s",\
    "email":"%s@example.com","password":"%s","loyalty":%s},"shippingAddress":{"street":\
    "%d Station Road","postcode":"%05d","city":"%s","country":"DE"},"payment":{"method":"CARD",\
    "cardNumber":"4111111111111111","cvv":"%03d","authorized":true,"amount":%d.%02d},\
    "items":[%s],"total":%d.%02d,"currency":"EUR","note":"Please ring twice; leave it at the \
    back door if nobody answers."}\
    """
        .formatted(
            uuid(),
            time('T') + "Z",
            random.nextInt(1_000_000),
            name,
            name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.'),
            Integer.toString(random.nextInt(Integer.MAX_VALUE), 36) + "!",
            random.nextBoolean() ? "null" : "\"GOLD\"",
            1 + random.nextInt(200),
            random.nextInt(100_000),
            pick(CITIES),
            random.nextInt(1000),
            random.nextInt(900),
            random.nextInt(100),
            items,
            random.nextInt(9000),
            random.nextInt(100));
  }

  private String line() {
    return "%s INFO  [main] com.acme.orders.OrderService - Order %d for customer %s placed, items=%d total=%d.%02d currency=EUR, shipping to warehouse B after %d ms; retrying is not needed\n"
        .formatted(
            time(' '),
            random.nextInt(100_000),
            uuid(),
            1 + random.nextInt(9),
            random.nextInt(900),
            random.nextInt(100),
            random.nextInt(500));
  }

  private String time(char separator) {
    return "2026-11-%02d%c%02d:%02d:%02d.%03d"
        .formatted(
            1 + random.nextInt(28),
            separator,
            random.nextInt(24),
            random.nextInt(60),
            random.nextInt(60),
            random.nextInt(1000));
  }

  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private String pick(String[] some) {
    return some[random.nextInt(some.length)];
  }
}
