package io.sidelight.instrumentation.apachehttp;

import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** A request of HttpClient 4 and the host that it goes to. */
class Exchange4 extends ApacheExchange {

  private final HttpRequest request;
  private final @Nullable HttpHost host;

  /**
   * @param host null to go by the request's own URL
   */
  Exchange4(HttpRequest request, @Nullable HttpHost host) {
    super(request.getRequestLine().getUri());
    this.request = request;
    this.host = host;
  }

  @Override
  public final String method() {
    return request.getRequestLine().getMethod();
  }

  @Override
  public final @Nullable String scheme() {
    return host == null ? targetScheme() : host.getSchemeName();
  }

  @Override
  public final @Nullable String host() {
    return host == null ? targetHost() : withoutBrackets(host.getHostName());
  }

  @Override
  public final int port() {
    return host == null ? targetPort() : host.getPort();
  }

  @Override
  public final @Nullable String header(String name) {
    Header header = request.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  @Override
  void add(String name, String value) {
    request.setHeader(name, value);
  }

  @Override
  final void removeHeaders(String name) {
    request.removeHeaders(name);
  }
}
