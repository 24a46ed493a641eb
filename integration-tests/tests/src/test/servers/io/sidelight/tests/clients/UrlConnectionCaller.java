package io.sidelight.tests.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code HttpURLConnection}. Ways: {@code streaming} for a body of fixed length that the connection
 * does not keep; {@code connect} for a call to {@code connect()} before anything else; {@code
 * status} for an application that asks for nothing but the status.
 */
public final class UrlConnectionCaller implements Caller {

  @Override
  public void call(Call call) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(call.url()).openConnection();
    call.onCancel(connection::disconnect);
    connection.setInstanceFollowRedirects(call.follow());
    connection.setConnectTimeout(call.connect());
    connection.setReadTimeout(call.timeout());
    connection.setRequestMethod(call.method());
    call.headers()
        .forEach(header -> connection.addRequestProperty(header.getKey(), header.getValue()));
    if (call.via().equals("expect")) {
      connection.setRequestProperty("Expect", "100-continue");
    }
    call.requestHeaders(connection.getRequestProperties());
    byte[] body = call.body();
    if (body != null) {
      connection.setDoOutput(true);
      if (call.via().equals("streaming")) {
        connection.setFixedLengthStreamingMode(body.length);
      }
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
    }
    if (call.via().equals("connect")) {
      connection.connect();
    }
    call.status(connection.getResponseCode());
    if (call.via().equals("status")) {
      return;
    }
    call.tell("message " + connection.getResponseMessage());
    call.tell("url " + connection.getURL());
    call.answerHeaders(named(connection.getHeaderFields()));
    InputStream error = connection.getErrorStream();
    InputStream in = error != null || failed(connection) ? error : connection.getInputStream();
    if (in != null) {
      call.stream(in);
    }
  }

  private static boolean failed(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
  }

  /** The status line has no name. */
  private static Map<String, List<String>> named(Map<String, List<String>> headers) {
    Map<String, List<String>> named = new HashMap<>(headers);
    named.remove(null);
    return named;
  }
}
