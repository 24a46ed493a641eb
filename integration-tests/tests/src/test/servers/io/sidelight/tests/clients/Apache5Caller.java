package io.sidelight.tests.clients;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Apache HttpClient 5. Ways: {@code handler} for a call with a response handler, {@code string} for
 * {@code EntityUtils}.
 */
public final class Apache5Caller implements Caller {

  private final Map<String, CloseableHttpClient> clients = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("deprecation") // what replaces it is not in 5.0
  public void call(Call call) throws Exception {
    CloseableHttpClient client =
        clients.computeIfAbsent(
            call.configuration(),
            key ->
                HttpClients.custom()
                    .setDefaultRequestConfig(Apache5.config(call))
                    .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                            .setMaxConnPerRoute(Caller.MANY)
                            .setMaxConnTotal(Caller.MANY)
                            .build())
                    .build());
    HttpUriRequestBase request = request(call);
    call.onCancel(request::cancel);
    if (call.via().equals("handler")) {
      client.execute(request, response -> tell(call, request, response));
      return;
    }
    CloseableHttpResponse response = client.execute(request);
    tell(call, request, response);
    if (call.read() == Call.Read.CLOSE) {
      response.close();
    }
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

  private static Void tell(Call call, HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException, HttpException {
    Apache5.tell(call, request, response);
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
