package io.sidelight.tests.clients;

import feign.Client;
import feign.Feign;
import feign.RequestLine;
import feign.Response;
import feign.okhttp.OkHttpClient;
import java.io.IOException;
import java.net.URI;

/** Feign on OkHttp, or on {@code HttpURLConnection} ({@code urlconnection}). */
public final class FeignCaller implements Caller {

  private final OkHttpClient okHttp = new OkHttpClient();

  /** What an application declares. */
  public interface Api {
    @RequestLine("GET ")
    Response get(URI url);
  }

  @Override
  public void call(Call call) throws IOException {
    Client client = call.via().equals("urlconnection") ? new Client.Default(null, null) : okHttp;
    Api api = Feign.builder().client(client).target(Api.class, "http://localhost");
    try (Response response = api.get(URI.create(call.url()))) {
      call.status(response.status());
      call.stream(response.body().asInputStream());
    }
  }
}
