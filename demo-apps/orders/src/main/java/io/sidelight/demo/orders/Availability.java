package io.sidelight.demo.orders;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Asks inventory about all positions of an order at once, on threads of its own. */
@Component
class Availability {
  private static final Logger log = LoggerFactory.getLogger(Availability.class);
  private static final int THREADS = 4;

  private final ExecutorService executor =
      Executors.newFixedThreadPool(THREADS, new CustomizableThreadFactory("stock-"));
  private final StockClient stock;

  Availability(StockClient stock) {
    this.stock = stock;
  }

  /**
   * The stock of every position, in the order's sequence.
   *
   * @throws CompletionException if one of the questions failed
   */
  List<StockClient.Stock> of(Order order) {
    List<CompletableFuture<StockClient.Stock>> asked =
        order.items().stream()
            .map(item -> CompletableFuture.supplyAsync(() -> ask(item.sku()), executor))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private StockClient.Stock ask(String sku) {
    log.info("Asking for the stock of {}", sku);
    try {
      return stock.stock(sku);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for " + sku, e);
    }
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }
}
