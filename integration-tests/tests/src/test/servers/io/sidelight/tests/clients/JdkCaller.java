package io.sidelight.tests.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code java.net.http}. Ways: {@code string}, {@code discard}, {@code bytes} for other body
 * handlers; {@code upgrade} for a client that offers HTTP/2 without TLS; {@code expect} for one
 * that asks before it sends a body.
 */
public final class JdkCaller implements Caller {

  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws Exception {
    Thread caller = Thread.currentThread();
    call.onCancel(caller::interrupt);
    tell(call, client(call).send(request(call), handler(call)));
  }

  @Override
  public void start(Call call) {
    CompletableFuture<? extends HttpResponse<?>> future =
        client(call).sendAsync(request(call), handler(call));
    call.onCancel(() -> future.cancel(true));
    future.whenComplete(
        (response, thrown) -> {
          if (thrown != null) {
            call.fail(thrown);
            return;
          }
          try {
            tell(call, response);
            call.finish();
          } catch (IOException e) {
            call.fail(e);
          }
        });
  }

  private HttpClient client(Call call) {
    return clients.computeIfAbsent(call.configuration(), key -> build(call));
  }

  private static HttpClient build(Call call) {
    HttpClient.Builder client = HttpClient.newBuilder();
    client.followRedirects(call.follow() ? HttpClient.Redirect.ALWAYS : HttpClient.Redirect.NEVER);
    if (call.connect() > 0) {
      client.connectTimeout(Duration.ofMillis(call.connect()));
    }
    return client.build();
  }

  private static HttpRequest request(Call call) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.url()));
    byte[] body = call.body();
    request.method(
        call.method(),
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body));
    call.headers().forEach(header -> request.header(header.getKey(), header.getValue()));
    if (!call.url().startsWith("https:") && !call.via().equals("upgrade")) {
      request.version(HttpClient.Version.HTTP_1_1);
    }
    request.expectContinue(call.via().equals("expect"));
    if (call.timeout() > 0) {
      request.timeout(Duration.ofMillis(call.timeout()));
    }
    return request.build();
  }

  private static HttpResponse.BodyHandler<?> handler(Call call) {
    switch (call.via()) {
      case "string":
        return HttpResponse.BodyHandlers.ofString();
      case "discard":
        return HttpResponse.BodyHandlers.discarding();
      case "bytes":
        return HttpResponse.BodyHandlers.ofByteArray();
      default:
        return HttpResponse.BodyHandlers.ofInputStream();
    }
  }

  private static void tell(Call call, HttpResponse<?> response) throws IOException {
    call.status(response.statusCode());
    call.tell("version " + response.version());
    call.tell("uri " + response.uri());
    call.tell("previous " + response.previousResponse().map(HttpResponse::statusCode));
    call.answerHeaders(response.headers().map());
    call.requestHeaders(response.request().headers().map());
    Object body = response.body();
    if (body instanceof InputStream) {
      call.stream((InputStream) body);
    } else if (body instanceof byte[]) {
      call.bytes((byte[]) body);
    } else {
      call.tell("body " + body);
    }
  }
}
