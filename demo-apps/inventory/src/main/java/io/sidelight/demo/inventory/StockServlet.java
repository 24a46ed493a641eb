package io.sidelight.demo.inventory;

/** {@code GET /stock/SKU}: how many there are. */
final class StockServlet extends ArticleServlet {
  private static final long serialVersionUID = 1L;

  StockServlet(Warehouse warehouse) {
    super(warehouse);
  }

  @Override
  String describe(String sku, int available) {
    return "{\"sku\":\"" + sku + "\",\"available\":" + available + "}";
  }
}
