package io.sidelight.tests.clients;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.http.Header;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpEntityEnclosingRequestBase;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.protocol.HttpClientContext;
import org.apache.http.entity.ByteArrayEntity;

/** What the blocking and the asynchronous client of version 4 have in common. */
final class Apache4 {

  private Apache4() {}

  static RequestConfig config(Call call) {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setRedirectsEnabled(call.follow());
    config.setExpectContinueEnabled(call.via().equals("expect"));
    if (call.connect() > 0) {
      config.setConnectTimeout(call.connect());
    }
    if (call.timeout() > 0) {
      config.setSocketTimeout(call.timeout());
    }
    return config.build();
  }

  static HttpUriRequest request(Call call) {
    Request request = new Request(call.method());
    request.setURI(URI.create(call.url()));
    request.setConfig(config(call));
    byte[] body = call.body();
    if (body != null) {
      request.setEntity(new ByteArrayEntity(body));
    }
    call.headers().forEach(header -> request.addHeader(header.getKey(), header.getValue()));
    return request;
  }

  static void tell(
      Call call, HttpUriRequest request, HttpClientContext context, HttpResponse response) {
    call.status(response.getStatusLine().getStatusCode());
    call.tell("message " + response.getStatusLine());
    call.answerHeaders(map(response.getAllHeaders()));
    call.requestHeaders(map(request.getAllHeaders()));
    call.sentHeaders(map(context.getRequest().getAllHeaders()));
  }

  private static Map<String, List<String>> map(Header[] headers) {
    Map<String, List<String>> map = new HashMap<>();
    for (Header header : headers) {
      map.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return map;
  }

  /** A request of any method, with or without a body. */
  private static final class Request extends HttpEntityEnclosingRequestBase {

    private final String method;

    Request(String method) {
      this.method = method;
    }

    @Override
    public String getMethod() {
      return method;
    }
  }
}
