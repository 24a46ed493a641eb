package io.sidelight.event;

import io.sidelight.request.ServerExchange;
import org.jspecify.annotations.Nullable;

/** A request arrived. Logged at DEBUG with what came in, redacted. */
public final class RequestStarted implements Event {

  public static final String LOGGER = "http";

  private final ServerExchange exchange;
  private final @Nullable String requestIdRejected;

  /**
   * @param requestIdRejected why the caller's request ID was replaced, null when it wasn't
   */
  public RequestStarted(ServerExchange exchange, @Nullable String requestIdRejected) {
    this.exchange = exchange;
    this.requestIdRejected = requestIdRejected;
  }

  @Override
  public String name() {
    return "request_started";
  }

  @Override
  public String logger() {
    return LOGGER;
  }

  @Override
  public Level level() {
    return Level.DEBUG;
  }

  @Override
  public void writeTo(Fields fields) {
    fields.query("query", exchange.query());
    fields.headers("headers", exchange.headers());
    fields.text("content_type", exchange.contentType());
    long length = exchange.contentLength();
    if (length >= 0) {
      fields.number("content_length", length);
    }
    fields.constant("request_id_rejected", requestIdRejected);
  }
}
