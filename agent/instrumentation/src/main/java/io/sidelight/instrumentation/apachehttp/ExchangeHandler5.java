package io.sidelight.instrumentation.apachehttp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a connection of version 5 and the handler of one exchange: sees what is sent and
 * what comes back, and lets the handler work within the request that made the call. The client puts
 * a handler that logs in the same place.
 *
 * <p>Called by the library, not through the linker, so it keeps its own failures to itself.
 */
final class ExchangeHandler5 implements AsyncClientExchangeHandler {

  private final AsyncClientExchangeHandler handler;
  private final AsyncCall call;
  private final boolean minimal;
  private volatile boolean tunnel;

  /** What the application's context may show until it is written, null when there is nothing. */
  private volatile @Nullable SentExchange unwritten;

  private volatile @Nullable HttpContext connection;

  /**
   * @param minimal whether the handler is the application's, and so is its request
   */
  ExchangeHandler5(AsyncClientExchangeHandler handler, AsyncCall call, boolean minimal) {
    this.handler = handler;
    this.call = call;
    this.minimal = minimal;
  }

  @Override
  public void produceRequest(RequestChannel channel, HttpContext context)
      throws HttpException, IOException {
    connection = context;
    Object before = resume();
    try {
      handler.produceRequest(new SendingChannel(channel), context);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public int available() {
    return handler.available();
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    Object before = resume();
    try {
      handler.produce(channel);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void consumeInformation(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    written();
    Object before = resume();
    try {
      handler.consumeInformation(response, context);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void consumeResponse(
      HttpResponse response, @Nullable EntityDetails entity, HttpContext context)
      throws HttpException, IOException {
    written();
    if (!tunnel) {
      answered(response, entity);
    }
    Object before = resume();
    try {
      handler.consumeResponse(response, entity, context);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    handler.updateCapacity(channel);
  }

  @Override
  public void consume(ByteBuffer source) throws IOException {
    Object before = resume();
    try {
      handler.consume(source);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers)
      throws HttpException, IOException {
    bodyEnded();
    Object before = resume();
    try {
      handler.streamEnd(trailers);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void failed(Exception cause) {
    written();
    bodyFailed(cause);
    Object before = resume();
    try {
      handler.failed(cause);
    } finally {
      AsyncCall.leave(before);
    }
  }

  @Override
  public void cancel() {
    written();
    Object before = resume();
    try {
      handler.cancel();
    } finally {
      AsyncCall.leave(before);
      bodyDropped();
    }
  }

  @Override
  public void releaseResources() {
    written();
    Object before = resume();
    try {
      handler.releaseResources();
    } finally {
      AsyncCall.leave(before);
      bodyDropped();
    }
  }

  private @Nullable Object resume() {
    try {
      return call.resume();
    } catch (Throwable e) {
      ResultCallback.report(e);
      return null;
    }
  }

  private void answered(HttpResponse response, @Nullable EntityDetails entity) {
    try {
      call.answered(response.getCode());
      if (entity == null) {
        call.bodyEnded();
      }
    } catch (Throwable e) {
      ResultCallback.report(e);
    }
  }

  private void bodyEnded() {
    try {
      if (!tunnel) {
        call.bodyEnded();
      }
    } catch (Throwable e) {
      ResultCallback.report(e);
    }
  }

  private void bodyFailed(Exception cause) {
    try {
      call.bodyFailed(cause);
    } catch (Throwable e) {
      ResultCallback.report(e);
    }
  }

  private void bodyDropped() {
    try {
      call.bodyDropped();
    } catch (Throwable e) {
      ResultCallback.report(e);
    }
  }

  /** Adds our headers where they may go; null for what is sent as it is. */
  private @Nullable SentExchange sending(HttpRequest request) {
    try {
      tunnel = "CONNECT".equals(request.getMethod());
      if (tunnel) {
        return null;
      }
      SentExchange exchange = new SentExchange(request, minimal);
      if (minimal) {
        call.begin(exchange);
      }
      call.sent();
      call.propagate(exchange);
      return exchange;
    } catch (Throwable e) {
      ResultCallback.report(e);
      return null;
    }
  }

  /** The request is on the connection, or never will be. */
  private void written() {
    SentExchange exchange = unwritten;
    HttpContext context = connection;
    if (exchange != null && context != null) {
      unwritten = null;
      try {
        exchange.written();
        exchange.leave(context);
      } catch (Throwable e) {
        ResultCallback.report(e);
      }
    }
  }

  /**
   * Where the handler puts its request. That of a minimal client only keeps it for the connection
   * that it is about to get.
   */
  private final class SendingChannel implements RequestChannel {

    private final RequestChannel channel;

    SendingChannel(RequestChannel channel) {
      this.channel = channel;
    }

    @Override
    public void sendRequest(
        HttpRequest request, @Nullable EntityDetails entity, HttpContext context)
        throws HttpException, IOException {
      SentExchange exchange = sending(request);
      unwritten = exchange;
      try {
        channel.sendRequest(exchange == null ? request : exchange.sent(), entity, context);
      } finally {
        if (!minimal) {
          written();
        }
      }
    }
  }

  /** Leaves a request that is the application's own as it is. */
  private static final class SentExchange extends Exchange5 {

    private final HttpRequest request;
    private final boolean own;
    private HttpRequest sent;

    SentExchange(HttpRequest request, boolean own) {
      super(request, null);
      this.request = request;
      this.sent = request;
      this.own = own;
    }

    HttpRequest sent() {
      return sent;
    }

    @Override
    void add(String name, String value) {
      if (own) {
        sent = new RequestWithHeader5(sent, name, value);
      } else {
        super.add(name, value);
      }
    }

    @Override
    void written() {
      if (!own) {
        super.written();
      }
    }

    /** The context has the application's request again. */
    void leave(HttpContext context) {
      if (sent != request) {
        ContextRequest5.replace(context, sent, request);
      }
    }
  }
}
