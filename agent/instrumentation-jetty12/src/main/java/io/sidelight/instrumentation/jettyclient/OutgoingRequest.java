package io.sidelight.instrumentation.jettyclient;

import io.sidelight.exchange.ClientExchange;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** A request of Jetty's client. It stays as it is: headers are added to a copy of its headers. */
final class OutgoingRequest implements ClientExchange {

  private final Request request;
  private HttpFields.@Nullable Mutable changed;

  OutgoingRequest(Request request) {
    this.request = request;
  }

  /** What to send instead of its headers, null when nothing was added. */
  @Nullable HttpFields changed() {
    return changed;
  }

  @Override
  public @Nullable String method() {
    return request.getMethod();
  }

  @Override
  public @Nullable String scheme() {
    return request.getScheme();
  }

  @Override
  public @Nullable String host() {
    String host = request.getHost();
    return host != null && host.startsWith("[") && host.endsWith("]")
        ? host.substring(1, host.length() - 1)
        : host;
  }

  @Override
  public int port() {
    int port = request.getPort();
    int usual = "https".equalsIgnoreCase(request.getScheme()) ? 443 : 80;
    return port == usual ? -1 : port;
  }

  @Override
  public @Nullable String path() {
    return request.getPath();
  }

  @Override
  public @Nullable String query() {
    return request.getQuery();
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaders().get(name);
  }

  @Override
  public void setHeader(String name, String value) {
    if (changed == null) {
      changed = HttpFields.build(request.getHeaders());
    }
    changed.put(name, value);
  }
}
