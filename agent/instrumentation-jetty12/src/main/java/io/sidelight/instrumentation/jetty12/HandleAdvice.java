package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/** Around {@code HandlerInvoker.run}: the request begins, and this thread works for it. */
final class HandleAdvice {

  private HandleAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("this$0") HttpChannel channel) {
    JettyExchange exchange = RequestStream.exchange(channel.getRequest());
    return exchange == null ? null : new Visit(exchange, RequestScope.enter(exchange.handle()));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object entered) {
    Visit visit = (Visit) entered;
    RequestScope.enter(visit == null ? null : visit.previous);
    if (visit != null) {
      visit.exchange.handlerReturned();
    }
  }

  /**
   * Which request the thread was in. The channel can't tell at the end: it may have gone on to the
   * next one.
   */
  private static final class Visit {

    private final JettyExchange exchange;
    private final @Nullable RequestScope previous;

    Visit(JettyExchange exchange, @Nullable RequestScope previous) {
      this.exchange = exchange;
      this.previous = previous;
    }
  }
}
