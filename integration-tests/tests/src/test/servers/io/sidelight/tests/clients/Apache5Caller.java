package io.sidelight.tests.clients;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.cache.CachingHttpClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Apache HttpClient 5. Ways: {@code handler} for a call with a response handler, {@code string} for
 * {@code EntityUtils}, {@code cache} and {@code minimal} for another client.
 */
public final class Apache5Caller implements Caller {

  private final Map<String, CloseableHttpClient> clients = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("deprecation") // what replaces it is not in 5.0
  public void call(Call call) throws Exception {
    CloseableHttpClient client = clients.computeIfAbsent(call.configuration(), key -> build(call));
    HttpUriRequestBase request = request(call);
    call.onCancel(request::cancel);
    HttpClientContext context = HttpClientContext.create();
    if (call.via().equals("handler")) {
      client.execute(request, context, response -> tell(call, request, context, response));
      return;
    }
    CloseableHttpResponse response = client.execute(request, context);
    tell(call, request, context, response);
    if (call.read() == Call.Read.CLOSE) {
      response.close();
    }
  }

  private static CloseableHttpClient build(Call call) {
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(Caller.MANY)
            .setMaxConnTotal(Caller.MANY)
            .build();
    if (call.via().equals("minimal")) {
      return HttpClients.createMinimal(connections);
    }
    return (call.via().equals("cache") ? CachingHttpClients.custom() : HttpClients.custom())
        .setDefaultRequestConfig(Apache5.config(call))
        .setConnectionManager(connections)
        .build();
  }

  private static HttpUriRequestBase request(Call call) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), URI.create(call.url()));
    request.setConfig(Apache5.config(call));
    byte[] body = call.body();
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body, null));
    }
    call.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
    return request;
  }

  private static Void tell(
      Call call,
      HttpUriRequestBase request,
      HttpClientContext context,
      ClassicHttpResponse response)
      throws IOException, HttpException {
    Apache5.tell(call, request, context, response);
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
