package io.sidelight.instrumentation.apachehttp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the application's consumer and sees an answer that comes without a connection,
 * out of a cache. Called by the library, not through the linker, so it keeps its own failures to
 * itself.
 */
final class ResponseConsumer5<T> implements AsyncResponseConsumer<T> {

  private final AsyncCall call;
  private final AsyncResponseConsumer<T> application;

  ResponseConsumer5(AsyncCall call, AsyncResponseConsumer<T> application) {
    this.call = call;
    this.application = application;
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails entity,
      HttpContext context,
      @Nullable FutureCallback<T> result)
      throws HttpException, IOException {
    try {
      call.answeredWithoutConnection(response.getCode());
    } catch (Throwable e) {
      ResultCallback.report(e);
    }
    application.consumeResponse(response, entity, context, result);
  }

  @Override
  public void informationResponse(HttpResponse response, HttpContext context)
      throws HttpException, IOException {
    application.informationResponse(response, context);
  }

  @Override
  public void failed(Exception cause) {
    application.failed(cause);
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    application.updateCapacity(channel);
  }

  @Override
  public void consume(ByteBuffer source) throws IOException {
    application.consume(source);
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers)
      throws HttpException, IOException {
    application.streamEnd(trailers);
  }

  @Override
  public void releaseResources() {
    application.releaseResources();
  }
}
