package io.sidelight.instrumentation.undertow;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.request.ScopedTask;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.Executor;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioWorker;

/** Advice for work that Undertow does for a request on other threads. */
final class UndertowAsyncAdvice {

  private UndertowAsyncAdvice() {}

  /**
   * Before {@code HttpServerExchange.dispatch} of a task. The server's own worker runs what it is
   * given and shows it to nobody, so the task is wrapped there; an executor of the application gets
   * the task itself.
   */
  @AdviceOn(
      type = "io.undertow.server.HttpServerExchange",
      method = "dispatch",
      descriptor =
          "(Ljava/util/concurrent/Executor;Ljava/lang/Runnable;)"
              + "Lio/undertow/server/HttpServerExchange;")
  static final class DispatchAdvice {

    private DispatchAdvice() {}

    /** Returns null for a task that is left as it is. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Runnable wrap(
        @Advice.This HttpServerExchange exchange,
        @Advice.Argument(0) @Nullable Executor executor,
        @Advice.Argument(1) @Nullable Runnable task) {
      // Undertow's own tasks call the root handler again, which is seen by itself.
      if (task == null || task.getClass().getName().startsWith("io.undertow.")) {
        return null;
      }
      Executor chosen = executor == null ? exchange.getDispatchExecutor() : executor;
      UndertowExchange known = UndertowExchange.of(exchange);
      return known == null || (chosen != null && !(chosen instanceof XnioWorker))
          ? null
          : new ScopedTask(task, known.scope());
    }
  }

  /**
   * Before {@code AsyncContextImpl} is told that the servlet has returned. Dispatching to a worker
   * is how core handlers block, so that alone makes no request asynchronous.
   */
  @AdviceOn(
      type = "io.undertow.servlet.spec.AsyncContextImpl",
      method = {"handleCompletedBeforeInitialRequestDone", "initialRequestDone"},
      descriptor = "()V")
  static final class AsyncAdvice {

    private AsyncAdvice() {}

    @Advice.OnMethodEnter
    static void enter() {
      RequestScope scope = RequestScope.current();
      if (scope != null) {
        scope.markAsync();
      }
    }
  }

  /**
   * Around the ways of {@code ServletContextImpl} to call the application back on some thread: read
   * and write listeners, asynchronous listeners, what {@code AsyncContext.start} was given.
   */
  @AdviceOn(
      type = "io.undertow.servlet.spec.ServletContextImpl",
      method = {"invokeOnAllDataRead", "invokeOnDataAvailable"},
      descriptor = {
        "(Lio/undertow/server/HttpServerExchange;Ljakarta/servlet/ReadListener;)V",
        "(Lio/undertow/server/HttpServerExchange;Ljavax/servlet/ReadListener;)V"
      },
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "io.undertow.servlet.spec.ServletContextImpl",
      method = "invokeOnWritePossible",
      descriptor = {
        "(Lio/undertow/server/HttpServerExchange;Ljakarta/servlet/WriteListener;)V",
        "(Lio/undertow/server/HttpServerExchange;Ljavax/servlet/WriteListener;)V"
      },
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "io.undertow.servlet.spec.ServletContextImpl",
      method = "invokeRunnable",
      descriptor = "(Lio/undertow/server/HttpServerExchange;Ljava/lang/Runnable;)V")
  static final class CallbackAdvice {

    private CallbackAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) HttpServerExchange exchange) {
      RequestScope scope = ServletScope.of(exchange);
      return RequestScope.makeCurrent(scope == null ? RequestScope.current() : scope);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
