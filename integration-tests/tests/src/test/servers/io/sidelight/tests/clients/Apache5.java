package io.sidelight.tests.clients;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** What the blocking and the asynchronous client of version 5 have in common. */
final class Apache5 {

  private Apache5() {}

  @SuppressWarnings("deprecation") // what replaces it is not in 5.0
  static RequestConfig config(Call call) {
    RequestConfig.Builder config = RequestConfig.custom();
    config.setRedirectsEnabled(call.follow());
    config.setExpectContinueEnabled(call.via().equals("expect"));
    if (call.connect() > 0) {
      config.setConnectTimeout(call.connect(), TimeUnit.MILLISECONDS);
    }
    if (call.timeout() > 0) {
      config.setResponseTimeout(call.timeout(), TimeUnit.MILLISECONDS);
    }
    return config.build();
  }

  static void tell(Call call, HttpRequest request, HttpCoreContext context, HttpResponse response) {
    call.status(response.getCode());
    call.tell("message " + response.getReasonPhrase());
    call.tell("version " + response.getVersion());
    call.answerHeaders(map(response.getHeaders()));
    call.requestHeaders(map(request.getHeaders()));
    call.sentHeaders(map(context.getRequest().getHeaders()));
  }

  private static Map<String, List<String>> map(Header[] headers) {
    Map<String, List<String>> map = new HashMap<>();
    for (Header header : headers) {
      map.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
    }
    return map;
  }
}
