package io.sidelight.demo.inventory;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /deliveries/SKU}: in how many days more arrive. The supplier takes its time. */
final class DeliveryServlet extends ArticleServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(DeliveryServlet.class);

  DeliveryServlet(Warehouse warehouse) {
    super(warehouse);
  }

  @Override
  String describe(String sku, int available) {
    log.info("Asking the supplier of {}", sku);
    return "{\"sku\":\"" + sku + "\",\"days\":" + askSupplier() + "}";
  }

  private static int askSupplier() {
    try {
      TimeUnit.MILLISECONDS.sleep(1100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is stopping: answer at once
    }
    return 3;
  }
}
