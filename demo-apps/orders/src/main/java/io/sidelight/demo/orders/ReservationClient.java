package io.sidelight.demo.orders;

import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Sets goods aside in inventory, with OkHttp, which tries again by itself when it is asked to with
 * a 503 and {@code Retry-After: 0}.
 */
@Component
class ReservationClient {
  private final OkHttpClient http = new OkHttpClient();
  private final HttpUrl reservations;
  private final String token;

  ReservationClient(
      @Value("${inventory.url}") String inventory, @Value("${inventory.token}") String token) {
    this.reservations = HttpUrl.get(inventory).resolve("/reservations");
    this.token = token;
  }

  /**
   * Reserves what one position of an order asks for.
   *
   * @throws ResponseStatusException 409 if there are not enough, 502 if inventory has trouble
   */
  void reserve(Order.Item item) throws IOException {
    FormBody form =
        new FormBody.Builder()
            .add("sku", item.sku())
            .add("quantity", Integer.toString(item.quantity()))
            .build();
    Request request =
        new Request.Builder()
            .url(reservations)
            .header("Authorization", "Bearer " + token)
            .post(form)
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (response.code() == HttpStatus.CONFLICT.value()) {
        throw new ResponseStatusException(HttpStatus.CONFLICT, "not enough of " + item.sku());
      }
      if (!response.isSuccessful()) {
        throw new ResponseStatusException(
            HttpStatus.BAD_GATEWAY, "inventory answered " + response.code());
      }
    }
  }
}
