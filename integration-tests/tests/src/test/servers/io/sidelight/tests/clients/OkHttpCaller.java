package io.sidelight.tests.clients;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Cache;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * OkHttp. Ways: {@code string} for {@code body().string()}; {@code h2c} for HTTP/2 without TLS;
 * {@code cache} for one with a cache; {@code call-timeout} for a timeout of the whole call in place
 * of the one for reading.
 */
public final class OkHttpCaller implements Caller {

  private final OkHttpClient base = new OkHttpClient();
  private final Map<String, OkHttpClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws IOException {
    okhttp3.Call made = prepare(call);
    tell(call, made.execute());
  }

  @Override
  public void start(Call call) {
    prepare(call)
        .enqueue(
            new Callback() {
              @Override
              public void onFailure(okhttp3.Call made, IOException thrown) {
                call.fail(thrown);
              }

              @Override
              public void onResponse(okhttp3.Call made, Response response) throws IOException {
                try {
                  tell(call, response);
                  call.finish();
                } catch (IOException e) {
                  call.fail(e);
                }
              }
            });
  }

  private okhttp3.Call prepare(Call call) {
    Request.Builder request = new Request.Builder().url(call.url());
    byte[] body = call.body();
    request.method(call.method(), body == null ? null : RequestBody.create(null, body));
    call.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
    if (call.via().equals("expect")) {
      request.header("Expect", "100-continue");
    }
    OkHttpClient client = clients.computeIfAbsent(call.configuration(), key -> build(call));
    okhttp3.Call made = client.newCall(request.build());
    call.onCancel(made::cancel);
    return made;
  }

  private OkHttpClient build(Call call) {
    OkHttpClient.Builder client = base.newBuilder();
    client.followRedirects(call.follow()).followSslRedirects(call.follow());
    if (call.connect() > 0) {
      client.connectTimeout(call.connect(), TimeUnit.MILLISECONDS);
    }
    if (call.timeout() > 0) {
      if (call.via().equals("call-timeout")) {
        client.callTimeout(call.timeout(), TimeUnit.MILLISECONDS);
      } else {
        client.readTimeout(call.timeout(), TimeUnit.MILLISECONDS);
      }
    }
    if (call.via().equals("h2c")) {
      client.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
    }
    if (call.via().equals("cache")) {
      client.cache(new Cache(temporaryFolder(), 1_000_000));
    }
    return client.build();
  }

  private static File temporaryFolder() {
    try {
      File folder = Files.createTempDirectory("okhttp-cache").toFile();
      folder.deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(Call call, Response response) throws IOException {
    call.status(response.code());
    call.tell("message " + response.message());
    call.tell("version " + response.protocol());
    call.tell("url " + response.request().url());
    Response prior = response.priorResponse();
    call.tell("previous " + (prior == null ? null : prior.code()));
    call.answerHeaders(response.headers().toMultimap());
    call.requestHeaders(response.request().headers().toMultimap());
    Response network = response.networkResponse();
    if (network != null) {
      call.sentHeaders(network.request().headers().toMultimap());
    }
    if (call.via().equals("string")) {
      call.tell("body " + response.body().string());
    } else {
      call.stream(response.body().byteStream());
    }
  }
}
