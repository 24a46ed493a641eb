package io.sidelight.instrumentation.undertow;

import io.sidelight.weaver.AdviceOn;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice that counts the bytes of a request body on Undertow. */
final class UndertowBodyAdvice {

  private UndertowBodyAdvice() {}

  /**
   * Around the ways to read from the request channel. The count is set, not added to, so that one
   * way may call another.
   */
  @AdviceOn(
      type = "io.undertow.server.HttpServerExchange$ReadDispatchChannel",
      method = "read",
      descriptor = "([Ljava/nio/ByteBuffer;II)J")
  @AdviceOn(
      type = "io.undertow.server.HttpServerExchange$ReadDispatchChannel",
      method = "transferTo",
      descriptor = {
        "(JJLjava/nio/channels/FileChannel;)J",
        "(JLjava/nio/ByteBuffer;Lorg/xnio/channels/StreamSinkChannel;)J"
      })
  static final class ReadAdvice {

    private ReadAdvice() {}

    /** Returns how many bytes were read before. */
    @Advice.OnMethodEnter
    static long enter(@Advice.FieldValue("this$0") HttpServerExchange exchange) {
      UndertowExchange known = UndertowExchange.of(exchange);
      return known == null ? 0 : known.bytesIn();
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Enter long before,
        @Advice.Return long read,
        @Advice.FieldValue("this$0") HttpServerExchange exchange) {
      UndertowExchange known = read > 0 ? UndertowExchange.of(exchange) : null;
      if (known != null) {
        known.bytesIn(before + read);
      }
    }
  }

  /** {@link ReadAdvice} for the one way that returns an {@code int}. */
  @AdviceOn(
      type = "io.undertow.server.HttpServerExchange$ReadDispatchChannel",
      method = "read",
      descriptor = "(Ljava/nio/ByteBuffer;)I")
  static final class ReadBufferAdvice {

    private ReadBufferAdvice() {}

    /** Returns how many bytes were read before. */
    @Advice.OnMethodEnter
    static long enter(@Advice.FieldValue("this$0") HttpServerExchange exchange) {
      return UndertowBodyAdvice.ReadAdvice.enter(exchange);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Enter long before,
        @Advice.Return int read,
        @Advice.FieldValue("this$0") HttpServerExchange exchange) {
      UndertowBodyAdvice.ReadAdvice.exit(before, read, exchange);
    }
  }

  /**
   * Before {@code Connectors.ungetRequestBytes}: what was read, by a handler that buffers requests,
   * is put back and will be read again.
   */
  @AdviceOn(
      type = "io.undertow.server.Connectors",
      method = "ungetRequestBytes",
      descriptor =
          "(Lio/undertow/server/HttpServerExchange;"
              + "[Lio/undertow/connector/PooledByteBuffer;)V")
  static final class UngetAdvice {

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
}
