package io.sidelight.instrumentation.undertow;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code Connectors.ungetRequestBytes}: what was read, by a handler that buffers requests,
 * is put back and will be read again.
 */
final class UngetAdvice {

  private UngetAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.Argument(0) HttpServerExchange exchange,
      @Advice.Argument(1) @Nullable PooledByteBuffer[] buffers) {
    UndertowExchange known = UndertowExchange.of(exchange);
    if (known == null) {
      return;
    }
    long unread = 0;
    for (PooledByteBuffer buffer : buffers) {
      if (buffer != null) {
        unread += buffer.getBuffer().remaining();
      }
    }
    known.bytesIn(Math.max(0, known.bytesIn() - unread));
  }
}
