package io.sidelight.demo.inventory;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** {@code GET /…/SKU}: answers something about one article in JSON, 404 if there is none. */
abstract class ArticleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Warehouse warehouse;

  ArticleServlet(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** The answer about an article of which so many are available. */
  abstract String describe(String sku, int available);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String sku = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    OptionalInt available = warehouse.available(sku);
    if (available.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] body = describe(sku, available.getAsInt()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
