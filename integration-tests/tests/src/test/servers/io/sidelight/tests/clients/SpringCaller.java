package io.sidelight.tests.clients;

import java.net.URI;
import java.net.http.HttpClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.HttpComponentsClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** Spring's clients, on others: {@code template-jdk} and so on say which on which. */
public final class SpringCaller implements Caller {

  private final HttpComponentsClientHttpRequestFactory apache =
      new HttpComponentsClientHttpRequestFactory(HttpClients.createDefault());
  private final JdkClientHttpRequestFactory jdk =
      new JdkClientHttpRequestFactory(HttpClient.newHttpClient());

  @Override
  public void call(Call call) {
    ResponseEntity<String> answer = answer(call.via(), URI.create(call.url()));
    call.status(answer.getStatusCode().value());
    call.tell("body " + answer.getBody());
  }

  private ResponseEntity<String> answer(String way, URI url) {
    switch (way) {
      case "template-urlconnection":
        return new RestTemplate(new SimpleClientHttpRequestFactory())
            .getForEntity(url, String.class);
      case "template-jdk":
        return new RestTemplate(jdk).getForEntity(url, String.class);
      case "template-apache":
        return new RestTemplate(apache).getForEntity(url, String.class);
      case "client-jdk":
        return RestClient.create(new RestTemplate(jdk))
            .get()
            .uri(url)
            .retrieve()
            .toEntity(String.class);
      case "client-apache":
        return RestClient.builder()
            .requestFactory(apache)
            .build()
            .get()
            .uri(url)
            .retrieve()
            .toEntity(String.class);
      case "web-jdk":
        return get(WebClient.builder().clientConnector(new JdkClientHttpConnector()), url);
      case "web-apache":
        return get(
            WebClient.builder()
                .clientConnector(
                    new HttpComponentsClientHttpConnector(HttpAsyncClients.createDefault())),
            url);
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private static ResponseEntity<String> get(WebClient.Builder client, URI url) {
    return client.build().get().uri(url).retrieve().toEntity(String.class).block();
  }
}
