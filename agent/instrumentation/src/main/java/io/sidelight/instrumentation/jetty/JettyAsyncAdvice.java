package io.sidelight.instrumentation.jetty;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.HttpChannelState;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Advice for asynchronous requests on Jetty 9 to 11. */
final class JettyAsyncAdvice {

  private JettyAsyncAdvice() {}

  /**
   * After {@code HttpChannelState.startAsync}: the application has made the request asynchronous.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannelState",
      method = "startAsync",
      descriptor = "(Lorg/eclipse/jetty/server/AsyncContextEvent;)V")
  static final class AsyncStartAdvice {

    private AsyncStartAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This HttpChannelState state) {
      JettyExchange exchange = JettyExchange.of(state.getHttpChannel());
      if (exchange != null) {
        exchange.scope().markAsync();
      }
    }
  }

  /**
   * Around {@code ContextHandler.handle} of a task, by which the application is called on some
   * other thread: what {@code AsyncContext.start} was given, read and write listeners.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ContextHandler",
      method = "handle",
      descriptor = "(Lorg/eclipse/jetty/server/Request;Ljava/lang/Runnable;)V")
  static final class ContextTaskAdvice {

    private ContextTaskAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) @Nullable Request request) {
      JettyExchange exchange = request == null ? null : JettyExchange.of(request.getHttpChannel());
      return RequestScope.makeCurrent(exchange == null ? RequestScope.current() : exchange.scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code HttpChannelState.onTimeout}, which calls listeners of the application, in the
   * first releases of 9.4 on a thread of the scheduler.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannelState",
      method = "onTimeout",
      descriptor = "()V")
  static final class TimeoutAdvice {

    private TimeoutAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpChannelState state) {
      JettyExchange exchange = JettyExchange.of(state.getHttpChannel());
      return RequestScope.makeCurrent(exchange == null ? null : exchange.scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
