package io.sidelight.tests.clients;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.concurrent.FutureCallback;
import org.apache.http.impl.nio.client.CloseableHttpAsyncClient;
import org.apache.http.impl.nio.client.HttpAsyncClients;

/** Apache HttpAsyncClient 4, which gives an application answers with their whole body. */
public final class Apache4AsyncCaller implements Caller {

  private final Map<String, CloseableHttpAsyncClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws Exception {
    HttpUriRequest request = Apache4.request(call);
    HttpClientContext context = HttpClientContext.create();
    Future<HttpResponse> future = client(call).execute(request, context, null);
    call.onCancel(() -> future.cancel(true));
    tell(call, request, context, future.get());
  }

  @Override
  public void start(Call call) {
    HttpUriRequest request = Apache4.request(call);
    HttpClientContext context = HttpClientContext.create();
    Future<HttpResponse> future =
        client(call)
            .execute(
                request,
                context,
                new FutureCallback<HttpResponse>() {
                  @Override
                  public void completed(HttpResponse response) {
                    try {
                      tell(call, request, context, response);
                      call.finish();
                    } catch (IOException e) {
                      call.fail(e);
                    }
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
          CloseableHttpAsyncClient client =
              HttpAsyncClients.custom()
                  .setDefaultRequestConfig(Apache4.config(call))
                  .setMaxConnPerRoute(Caller.MANY)
                  .setMaxConnTotal(Caller.MANY)
                  .build();
          client.start();
          return client;
        });
  }

  private static void tell(
      Call call, HttpUriRequest request, HttpClientContext context, HttpResponse response)
      throws IOException {
    Apache4.tell(call, request, context, response);
    if (response.getEntity() != null) {
      call.tell("length " + response.getEntity().getContentLength());
      call.stream(response.getEntity().getContent());
    }
  }
}
