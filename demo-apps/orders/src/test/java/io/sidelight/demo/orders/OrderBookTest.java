package io.sidelight.demo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
  private final OrderBook book = new OrderBook();

  @Test
  void place_severalItems_sumsUpAndIsFound() {
    Order placed =
        book.place(
            "Edsger Dijkstra",
            List.of(
                new Order.Item("ink", 2, new BigDecimal("3.50")),
                new Order.Item("pen", 1, new BigDecimal("12.00"))));

    assertThat(placed.total()).isEqualByComparingTo("19.00");
    assertThat(book.find(placed.id())).contains(placed);
  }

  @Test
  void find_unknownNumber_isEmpty() {
    assertThat(book.find(999)).isEmpty();
  }

  @Test
  void search_textInArticleOrCustomer_findsByNumber() {
    assertThat(book.search("TEAPOT")).extracting(Order::id).containsExactly(1L, 3L);
    assertThat(book.search("turing")).extracting(Order::id).containsExactly(2L);
  }
}
