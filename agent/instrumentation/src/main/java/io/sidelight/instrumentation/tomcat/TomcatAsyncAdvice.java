package io.sidelight.instrumentation.tomcat;

import io.sidelight.request.HandedOver;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** Advice for asynchronous requests on Tomcat. */
final class TomcatAsyncAdvice {

  private TomcatAsyncAdvice() {}

  /**
   * Around {@code CoyoteAdapter.asyncDispatch}: a thread comes back to a request that is under way.
   */
  @AdviceOn(
      type = "org.apache.catalina.connector.CoyoteAdapter",
      method = "asyncDispatch",
      descriptor =
          "(Lorg/apache/coyote/Request;Lorg/apache/coyote/Response;"
              + "Lorg/apache/tomcat/util/net/SocketEvent;)Z")
  static final class AsyncDispatchAdvice {

    private AsyncDispatchAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) Request request) {
      TomcatExchange exchange = TomcatExchange.of(request);
      return RequestScope.makeCurrent(exchange == null ? null : exchange.scope());
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * After the constructor of {@code AsyncContextImpl.RunnableWrapper}: the application has given
   * {@code AsyncContext.start} a task. By the time that it runs, the request's objects may serve
   * another request.
   */
  @AdviceOn(
      type = "org.apache.catalina.core.AsyncContextImpl$RunnableWrapper",
      method = "<init>",
      descriptor =
          "(Ljava/lang/Runnable;Lorg/apache/catalina/Context;" + "Lorg/apache/coyote/Request;)V")
  static final class AsyncTaskAdvice {

    private AsyncTaskAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object task, @Advice.Argument(2) Request request) {
      TomcatExchange exchange = TomcatExchange.of(request);
      if (exchange != null) {
        HandedOver.submitted(task, exchange.scope());
      }
    }
  }

  /** Around {@code run} of what {@link AsyncTaskAdvice} has seen being made. */
  @AdviceOn(
      type = "org.apache.catalina.core.AsyncContextImpl$RunnableWrapper",
      method = "run",
      descriptor = "()V")
  static final class AsyncTaskRunAdvice {

    private AsyncTaskRunAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object task) {
      return HandedOver.enterIfHandedOver(task);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
