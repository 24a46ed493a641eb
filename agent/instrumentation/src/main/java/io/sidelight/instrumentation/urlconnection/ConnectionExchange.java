package io.sidelight.instrumentation.urlconnection;

import io.sidelight.exchange.ClientExchange;
import java.net.HttpURLConnection;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** A request of a connection, to wherever that has been redirected to. */
class ConnectionExchange implements ClientExchange {

  private final HttpURLConnection connection;
  private final URL url;

  ConnectionExchange(HttpURLConnection connection) {
    this.connection = connection;
    this.url = connection.getURL();
  }

  @Override
  public final @Nullable String method() {
    return connection.getRequestMethod();
  }

  @Override
  public final @Nullable String scheme() {
    return url.getProtocol();
  }

  @Override
  public final @Nullable String host() {
    String host = url.getHost();
    return host != null && host.startsWith("[") && host.endsWith("]")
        ? host.substring(1, host.length() - 1)
        : host;
  }

  @Override
  public final int port() {
    return url.getPort();
  }

  @Override
  public final @Nullable String path() {
    return url.getPath();
  }

  @Override
  public final @Nullable String query() {
    return url.getQuery();
  }

  /** Not known before the request is written. */
  @Override
  public @Nullable String header(String name) {
    return null;
  }

  /** Not possible before the request is written. */
  @Override
  public void setHeader(String name, String value) {}
}
