package io.sidelight.demo.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final String TOKEN = "secret";

  private final Server server = InventoryApplication.server(0, TOKEN);
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void stock_ofArticle_tellsHowMany() throws Exception {
    HttpResponse<String> answer = get("/stock/teapot");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"sku\":\"teapot\",\"available\":7}");
    assertThat(get("/stock/no-such-thing").statusCode()).isEqualTo(404);
  }

  @Test
  void reservation_firstEver_isAskedToComeAgain() throws Exception {
    HttpResponse<String> first = reserve("teapot", "2");
    HttpResponse<String> second = reserve("teapot", "2");

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("0");
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(get("/stock/teapot").body()).contains("\"available\":5");
  }

  @Test
  void reservation_moreThanThereAre_isAConflict() throws Exception {
    reserve("teapot", "1");

    assertThat(reserve("teapot", "8").statusCode()).isEqualTo(409);
    assertThat(reserve("teapot", "many").statusCode()).isEqualTo(400);
    assertThat(get("/stock/teapot").body()).contains("\"available\":7");
  }

  @Test
  void request_withTokenInQuery_isLetThroughAndWithoutOneNot() throws Exception {
    assertThat(send(request("/stock/apple?access_token=" + TOKEN)).statusCode()).isEqualTo(200);
    assertThat(send(request("/stock/apple?access_token=wrong")).statusCode()).isEqualTo(401);
    assertThat(send(request("/stock/apple")).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + TOKEN));
  }

  private HttpResponse<String> reserve(String sku, String quantity)
      throws IOException, InterruptedException {
    return send(
        request("/reservations")
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("sku=" + sku + "&quantity=" + quantity)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.getURI().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
