package io.sidelight.instrumentation.apachehttp;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/** A request of HttpClient 5. */
class Exchange5 extends ApacheExchange {

  private final HttpRequest request;
  private final @Nullable HttpHost host;

  /**
   * @param host where the request goes as long as it doesn't say itself, null if it does
   */
  Exchange5(HttpRequest request, @Nullable HttpHost host) {
    super(request.getRequestUri());
    this.request = request;
    this.host = host;
  }

  @Override
  public final String method() {
    return request.getMethod();
  }

  @Override
  public final @Nullable String scheme() {
    String scheme = request.getScheme();
    if (scheme != null) {
      return scheme;
    }
    return host == null ? targetScheme() : host.getSchemeName();
  }

  @Override
  public final @Nullable String host() {
    URIAuthority authority = request.getAuthority();
    if (authority != null) {
      return withoutBrackets(authority.getHostName());
    }
    return host == null ? targetHost() : withoutBrackets(host.getHostName());
  }

  @Override
  public final int port() {
    URIAuthority authority = request.getAuthority();
    if (authority != null) {
      return authority.getPort();
    }
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
