package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.exchange.ClientExchange;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request of the client, which is a copy of the application's or follows from an answer. */
final class OutboundRequest implements ClientExchange {

  private final HttpRequest request;
  private final URI uri;

  OutboundRequest(HttpRequest request) {
    this.request = request;
    this.uri = request.uri();
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public @Nullable String scheme() {
    return uri.getScheme();
  }

  @Override
  public @Nullable String host() {
    String host = uri.getHost();
    return host != null && host.startsWith("[") && host.endsWith("]")
        ? host.substring(1, host.length() - 1)
        : host;
  }

  @Override
  public int port() {
    return uri.getPort();
  }

  @Override
  public @Nullable String path() {
    return uri.getRawPath();
  }

  @Override
  public @Nullable String query() {
    return uri.getRawQuery();
  }

  @Override
  public @Nullable String header(String name) {
    List<String> values = request.headers().allValues(name);
    return values.isEmpty() ? null : values.get(0);
  }

  /** The client sends it, and nobody who asks the request for its headers sees it. */
  @Override
  public void setHeader(String name, String value) {
    ClientInternals.setSystemHeader(request, name, value);
  }
}
