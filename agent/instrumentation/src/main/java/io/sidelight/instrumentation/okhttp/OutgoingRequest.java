package io.sidelight.instrumentation.okhttp;

import io.sidelight.exchange.ClientExchange;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A request of OkHttp. It is immutable, so a header makes another one. */
final class OutgoingRequest implements ClientExchange {

  private final Request request;
  private @Nullable Request changed;

  OutgoingRequest(Request request) {
    this.request = request;
  }

  /** What to send instead, null when nothing was added. */
  @Nullable Request changed() {
    return changed;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String scheme() {
    return request.url().scheme();
  }

  @Override
  public String host() {
    return request.url().host();
  }

  @Override
  public int port() {
    HttpUrl url = request.url();
    int port = url.port();
    return port == HttpUrl.defaultPort(url.scheme()) ? -1 : port;
  }

  @Override
  public String path() {
    return request.url().encodedPath();
  }

  @Override
  public @Nullable String query() {
    return request.url().encodedQuery();
  }

  @Override
  public @Nullable String header(String name) {
    return request.header(name);
  }

  @Override
  public void setHeader(String name, String value) {
    Request so = changed == null ? request : changed;
    changed = so.newBuilder().header(name, value).build();
  }
}
