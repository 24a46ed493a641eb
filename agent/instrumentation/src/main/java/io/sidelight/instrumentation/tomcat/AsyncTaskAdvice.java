package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;

/**
 * After the constructor of {@code AsyncContextImpl.RunnableWrapper}: the application has given
 * {@code AsyncContext.start} a task. By the time that it runs, the request's objects may serve
 * another request.
 */
final class AsyncTaskAdvice {

  private AsyncTaskAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object task, @Advice.Argument(2) Request request) {
    TomcatExchange exchange = TomcatExchange.of(request);
    if (exchange != null) {
      HandedOver.submitted(task, exchange.scope());
    }
  }
}
