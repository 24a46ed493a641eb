package io.sidelight.demo.orders;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Asks inventory about articles, with the JDK's client. */
@Component
class StockClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final ObjectMapper json;
  private final String inventory;
  private final String token;

  StockClient(
      ObjectMapper json,
      @Value("${inventory.url}") String inventory,
      @Value("${inventory.token}") String token) {
    this.json = json;
    this.inventory = inventory;
    this.token = token;
  }

  /**
   * How many there are.
   *
   * @param sku the article
   * @param available pieces on the shelf
   */
  record Stock(String sku, int available) {}

  /**
   * When more arrive.
   *
   * @param sku the article
   * @param days from now
   */
  record Delivery(String sku, int days) {}

  /** How many of an article there are now. */
  Stock stock(String sku) throws IOException, InterruptedException {
    return get("/stock/", sku, Stock.class);
  }

  /** When more of an article arrive; inventory asks the supplier, which takes its time. */
  Delivery delivery(String sku) throws IOException, InterruptedException {
    return get("/deliveries/", sku, Delivery.class);
  }

  /** Carelessly, with the token in the query. */
  private <T> T get(String path, String sku, Class<T> type)
      throws IOException, InterruptedException {
    URI uri = URI.create(inventory + path + encoded(sku) + "?access_token=" + encoded(token));
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != HttpStatus.OK.value()) {
      throw new ResponseStatusException(
          HttpStatus.BAD_GATEWAY, "inventory answered " + response.statusCode());
    }
    return json.readValue(response.body(), type);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
