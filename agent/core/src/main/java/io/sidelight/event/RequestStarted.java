package io.sidelight.event;

import io.sidelight.exchange.Headers;
import io.sidelight.exchange.ServerExchange;
import org.jspecify.annotations.Nullable;

/** A request arrived. Logged at DEBUG with what came in, redacted. */
public final class RequestStarted implements Event {

  public static final String LOGGER = "http";

  private final ServerExchange exchange;
  private final String requestIdHeader;
  private final @Nullable String requestIdRejected;

  /**
   * @param requestIdHeader left out of the headers when its value was rejected
   * @param requestIdRejected why the caller's request ID was replaced, null when it wasn't
   */
  public RequestStarted(
      ServerExchange exchange, String requestIdHeader, @Nullable String requestIdRejected) {
    this.exchange = exchange;
    this.requestIdHeader = requestIdHeader;
    this.requestIdRejected = requestIdRejected;
  }

  @Override
  public String name() {
    return EventNames.REQUEST_STARTED;
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
    fields.query(FieldNames.QUERY, exchange.query());
    fields.headers(
        FieldNames.HEADERS, requestIdRejected == null ? exchange.headers() : safeHeaders());
    fields.text(FieldNames.CONTENT_TYPE, exchange.contentType());
    long length = exchange.contentLength();
    if (length >= 0) {
      fields.number(FieldNames.CONTENT_LENGTH, length);
    }
    fields.constant(FieldNames.REQUEST_ID_REJECTED, requestIdRejected);
  }

  /** A rejected request ID may hold anything, so it is written nowhere. */
  private Headers safeHeaders() {
    return consumer ->
        exchange
            .headers()
            .forEach(
                (name, value) -> {
                  if (!name.equalsIgnoreCase(requestIdHeader)) {
                    consumer.accept(name, value);
                  }
                });
  }
}
