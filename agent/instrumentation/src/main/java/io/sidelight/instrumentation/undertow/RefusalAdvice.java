package io.sidelight.instrumentation.undertow;

import io.undertow.server.HttpServerExchange;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;

/**
 * Around {@code HttpReadListener.sendBadRequestAndClose}, by which HTTP/1 refuses what it can't
 * read. No handler and no access log ever sees such a request, and its answer is a ready-made text.
 */
final class RefusalAdvice {

  private RefusalAdvice() {}

  /**
   * Returns the refusal that has begun.
   *
   * @param parsed what was being parsed, null when it was whole before it was found wanting
   */
  @Advice.OnMethodEnter
  static Object enter(
      @Advice.Argument(0) StreamConnection connection,
      @Advice.FieldValue("httpServerExchange") @Nullable HttpServerExchange parsed,
      @Advice.FieldValue("connection") Object server) {
    return Refusal.begin(connection, parsed == null ? UndertowFields.current(server) : parsed);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object refusal) {
    if (refusal != null) {
      ((Refusal) refusal).complete();
    }
  }
}
