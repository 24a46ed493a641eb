package io.sidelight.demo.inventory;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /reservations} with a form of {@code sku} and {@code quantity}: sets goods aside.
 *
 * <p>The first one ever wakes the ledger and is asked to come again at once, with a 503.
 */
final class ReservationServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(ReservationServlet.class);

  private final transient Warehouse warehouse;
  private final AtomicBoolean ledgerAwake = new AtomicBoolean();

  ReservationServlet(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (ledgerAwake.compareAndSet(false, true)) {
      log.warn("The ledger is waking up");
      response.setHeader("Retry-After", "0");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    String sku = request.getParameter("sku");
    int quantity = quantity(request);
    if (sku == null || quantity < 1) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    } else if (warehouse.reserve(sku, quantity)) {
      log.info("Reserved {} of {}", quantity, sku);
      response.setStatus(HttpServletResponse.SC_CREATED);
    } else {
      response.setStatus(HttpServletResponse.SC_CONFLICT);
    }
  }

  /** 0 if there is no such number. */
  private static int quantity(HttpServletRequest request) {
    try {
      return Integer.parseInt(request.getParameter("quantity"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
