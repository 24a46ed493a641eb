package io.sidelight.tests.clients;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.BufferingResponseListener;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ClientConnector;

/** The client of Jetty 12: its stream on the calling thread, and a listener with the whole body. */
public final class JettyCaller implements Caller {

  private static final long LONG_SECONDS = 60;

  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

  @Override
  public void call(Call call) throws Exception {
    Request request = request(call);
    InputStreamResponseListener listener = new InputStreamResponseListener();
    request.send(listener);
    Response response;
    try {
      response = listener.get(LONG_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw withoutState((Exception) e.getCause());
    }
    tell(call, request, response);
    try {
      call.stream(listener.getInputStream());
    } catch (IOException e) {
      throw withoutState(e);
    }
  }

  @Override
  public void start(Call call) {
    Request request = request(call);
    request.send(
        new BufferingResponseListener() {
          @Override
          public void onComplete(Result result) {
            if (result.isFailed()) {
              call.fail(withoutState((Exception) result.getFailure()));
              return;
            }
            tell(call, request, result.getResponse());
            byte[] body = getContent();
            call.bytes(body == null ? new byte[0] : body);
            call.finish();
          }
        });
  }

  private Request request(Call call) {
    HttpClient client = clients.computeIfAbsent(call.configuration(), key -> build(call));
    Request request = client.newRequest(call.url()).method(call.method());
    request.followRedirects(call.follow());
    if (call.timeout() > 0) {
      request.timeout(call.timeout(), TimeUnit.MILLISECONDS);
    }
    byte[] body = call.body();
    if (body != null) {
      request.body(new BytesRequestContent((String) null, body));
    }
    request.headers(
        headers ->
            call.headers().forEach(header -> headers.add(header.getKey(), header.getValue())));
    if (call.via().equals("expect")) {
      request.headers(headers -> headers.put("Expect", "100-continue"));
    }
    call.onCancel(() -> request.abort(new CancellationException()));
    return request;
  }

  private static HttpClient build(Call call) {
    HttpClient client =
        new HttpClient(
            new HttpClientTransportDynamic(
                new ClientConnector(),
                HttpClientConnectionFactory.HTTP11,
                new ClientConnectionFactoryOverHTTP2.HTTP2(new HTTP2Client())));
    client.setMaxConnectionsPerDestination(MANY);
    if (call.connect() > 0) {
      client.setConnectTimeout(call.connect());
    }
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return client;
  }

  private static void tell(Call call, Request request, Response response) {
    call.status(response.getStatus());
    call.tell("message " + response.getReason());
    call.tell("version " + response.getVersion());
    call.tell("url " + response.getRequest().getURI());
    call.answerHeaders(map(response.getHeaders()));
    call.requestHeaders(map(request.getHeaders()));
    call.sentHeaders(map(response.getRequest().getHeaders()));
  }

  /** Jetty says in messages what its connection is doing, which is never twice the same. */
  private static Exception withoutState(Exception thrown) {
    String message = String.valueOf(thrown.getMessage());
    int state = message.indexOf("HttpConnectionOverHTTP");
    if (state < 0) {
      return thrown;
    }
    String same = message.substring(0, state);
    Throwable cause = thrown.getCause();
    Exception stateless =
        thrown instanceof EOFException ? new EOFException(same) : new IOException(same);
    return cause == null
        ? stateless
        : (Exception) stateless.initCause(withoutState((Exception) cause));
  }

  private static Map<String, List<String>> map(HttpFields fields) {
    Map<String, List<String>> map = new TreeMap<>();
    fields.forEach(
        field ->
            map.computeIfAbsent(field.getName(), n -> new ArrayList<>()).add(field.getValue()));
    return map;
  }
}
