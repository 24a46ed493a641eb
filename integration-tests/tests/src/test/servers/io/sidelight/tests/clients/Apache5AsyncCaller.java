package io.sidelight.tests.clients;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.cache.CachingHttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;

/**
 * Apache's asynchronous HttpClient 5, by its requests and responses that have the whole body. Ways:
 * {@code cache} and {@code minimal} for another client.
 */
public final class Apache5AsyncCaller implements Caller {

  private final Map<String, CloseableHttpAsyncClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws Exception {
    SimpleHttpRequest request = request(call);
    HttpClientContext context = HttpClientContext.create();
    Future<SimpleHttpResponse> future = client(call).execute(request, context, null);
    call.onCancel(() -> future.cancel(true));
    tell(call, request, context, future.get());
  }

  @Override
  public void start(Call call) {
    SimpleHttpRequest request = request(call);
    HttpClientContext context = HttpClientContext.create();
    Future<SimpleHttpResponse> future =
        client(call)
            .execute(
                request,
                context,
                new FutureCallback<SimpleHttpResponse>() {
                  @Override
                  public void completed(SimpleHttpResponse response) {
                    tell(call, request, context, response);
                    call.finish();
                  }

                  @Override
                  public void failed(Exception thrown) {
                    call.fail(thrown);
                  }

                  @Override
                  public void cancelled() {
                    call.tell("cancelled");
                    call.finish();
                  }
                });
    call.onCancel(() -> future.cancel(true));
  }

  private CloseableHttpAsyncClient client(Call call) {
    return clients.computeIfAbsent(
        call.configuration(),
        key -> {
          CloseableHttpAsyncClient client = build(call);
          client.start();
          return client;
        });
  }

  private static CloseableHttpAsyncClient build(Call call) {
    if (call.via().equals("minimal")) {
      return HttpAsyncClients.createMinimal();
    }
    return (call.via().equals("cache")
            ? CachingHttpAsyncClients.custom()
            : HttpAsyncClients.custom())
        .setDefaultRequestConfig(Apache5.config(call))
        .setConnectionManager(
            PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(Caller.MANY)
                .setMaxConnTotal(Caller.MANY)
                .build())
        .build();
  }

  private static SimpleHttpRequest request(Call call) {
    SimpleHttpRequest request = new SimpleHttpRequest(call.method(), URI.create(call.url()));
    request.setConfig(Apache5.config(call));
    byte[] body = call.body();
    if (body != null) {
      request.setBody(body, ContentType.TEXT_PLAIN);
    }
    call.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
    return request;
  }

  private static void tell(
      Call call,
      SimpleHttpRequest request,
      HttpClientContext context,
      SimpleHttpResponse response) {
    Apache5.tell(call, request, context, response);
    if (response.getBodyBytes() != null) {
      call.bytes(response.getBodyBytes());
    }
  }
}
