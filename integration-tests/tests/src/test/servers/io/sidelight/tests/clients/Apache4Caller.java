package io.sidelight.tests.clients;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.cache.CachingHttpClients;
import org.apache.http.util.EntityUtils;

/**
 * Apache HttpClient 4. Ways: {@code handler} for a call with a response handler, {@code string} for
 * {@code EntityUtils}, {@code cache} and {@code minimal} for another client.
 */
public final class Apache4Caller implements Caller {

  private final Map<String, CloseableHttpClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws IOException {
    CloseableHttpClient client = clients.computeIfAbsent(call.configuration(), key -> build(call));
    HttpUriRequest request = Apache4.request(call);
    call.onCancel(request::abort);
    HttpClientContext context = HttpClientContext.create();
    if (call.via().equals("handler")) {
      client.execute(request, response -> tell(call, request, context, response), context);
      return;
    }
    CloseableHttpResponse response = client.execute(request, context);
    tell(call, request, context, response);
    if (call.read() == Call.Read.CLOSE) {
      response.close();
    }
  }

  private static CloseableHttpClient build(Call call) {
    if (call.via().equals("minimal")) {
      return HttpClients.createMinimal();
    }
    return (call.via().equals("cache") ? CachingHttpClients.custom() : HttpClients.custom())
        .setDefaultRequestConfig(Apache4.config(call))
        .setMaxConnPerRoute(Caller.MANY)
        .setMaxConnTotal(Caller.MANY)
        .build();
  }

  private static Void tell(
      Call call, HttpUriRequest request, HttpClientContext context, HttpResponse response)
      throws IOException {
    Apache4.tell(call, request, context, response);
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return null;
    }
    call.tell("length " + entity.getContentLength());
    if (call.via().equals("string")) {
      call.tell("body " + EntityUtils.toString(entity));
    } else {
      call.stream(entity.getContent());
    }
    return null;
  }
}
