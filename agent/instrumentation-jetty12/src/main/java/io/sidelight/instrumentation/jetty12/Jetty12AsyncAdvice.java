package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.io.Closeable;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Advice for what Jetty 12 does for a request later, or on another thread. */
final class Jetty12AsyncAdvice {

  private Jetty12AsyncAdvice() {}

  /**
   * After {@code startAsync} of the servlets' state, which a servlet calls on the request's thread.
   * Jetty completes a request that is answered at once without leaving the handler.
   */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.ee10.servlet.ServletChannelState",
        "org.eclipse.jetty.ee10.servlet.ServletRequestState"
      },
      method = "startAsync",
      descriptor = "(Lorg/eclipse/jetty/ee10/servlet/AsyncContextEvent;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.ee11.servlet.ServletChannelState",
      method = "startAsync",
      descriptor = "(Lorg/eclipse/jetty/ee11/servlet/AsyncContextEvent;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.ee8.nested.HttpChannelState",
      method = "startAsync",
      descriptor = "(Lorg/eclipse/jetty/ee8/nested/AsyncContextEvent;)V")
  @AdviceOn(
      type = "org.eclipse.jetty.ee9.nested.HttpChannelState",
      method = "startAsync",
      descriptor = "(Lorg/eclipse/jetty/ee9/nested/AsyncContextEvent;)V")
  static final class StartAsyncAdvice {

    private StartAsyncAdvice() {}

    @Advice.OnMethodExit
    static void exit() {
      RequestScope scope = RequestScope.current();
      if (scope != null) {
        scope.markAsync();
      }
    }
  }

  /**
   * Before {@code ChannelRequest.demand}: the handler wants to go on when there is more to read.
   * All that reads without blocking comes by here, whatever wrappers lie above. Tasks of contexts
   * and servlets are left alone: {@link ContextRunAdvice} and {@link
   * Jetty12RequestAdvice.ServletAdvice} see them run.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelRequest",
      method = "demand",
      descriptor = "(Ljava/lang/Runnable;)V")
  static final class DemandAdvice {

    private static final String OF_CONTEXTS = "org.eclipse.jetty.server.handler.ContextRequest";
    private static final String OF_SERVLETS = "org.eclipse.jetty.ee";

    private DemandAdvice() {}

    /** Returns null for a task that is left as it is. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Runnable wrap(
        @Advice.This Request request, @Advice.Argument(0) @Nullable Runnable task) {
      if (task == null || isOfJetty(task.getClass().getName())) {
        return null;
      }
      RequestScope scope = RequestStream.scope(request);
      return scope == null ? null : new InvocableTask(task, scope);
    }

    private static boolean isOfJetty(String type) {
      return type.startsWith(OF_CONTEXTS) || type.startsWith(OF_SERVLETS);
    }
  }

  /**
   * Before {@code ChannelRequest.addFailureListener}: the handler wants to know when the client has
   * gone, which it is told on a thread of the connection.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.internal.HttpChannelState$ChannelRequest",
      method = "addFailureListener",
      descriptor = "(Ljava/util/function/Consumer;)V")
  static final class FailureListenerAdvice {

    private FailureListenerAdvice() {}

    /** Returns null for a listener that is left as it is. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Consumer<?> wrap(
        @Advice.This Request request, @Advice.Argument(0) @Nullable Consumer<Object> listener) {
      RequestScope scope = listener == null ? null : RequestStream.scope(request);
      return listener == null || scope == null ? null : new ScopedConsumer(listener, scope);
    }
  }

  /**
   * Before {@code execute} of {@code ServerContext} and {@code ScopedContext}, by which handlers
   * hand work to the server's threads, {@code DelayedHandler} among them. Left alone are the tasks
   * that the one context makes for the other and those of servlets, which {@link
   * Jetty12RequestAdvice.ServletAdvice} sees run, and those that the thread pool closes when it
   * stops.
   */
  @AdviceOn(
      type = {
        "org.eclipse.jetty.server.Server$ServerContext",
        "org.eclipse.jetty.server.handler.ContextHandler$ScopedContext"
      },
      method = "execute",
      descriptor = "(Ljava/lang/Runnable;)V")
  static final class ContextExecuteAdvice {

    private static final String OF_CONTEXTS =
        "org.eclipse.jetty.server.handler.ContextHandler$ScopedContext";
    private static final String OF_SERVLETS = "org.eclipse.jetty.ee";

    private ContextExecuteAdvice() {}

    /** Returns null for a task that is left as it is. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Runnable wrap(@Advice.Argument(0) @Nullable Runnable task) {
      RequestScope scope = task == null ? null : RequestScope.current();
      if (task == null || scope == null || scope.isFinished() || task instanceof Closeable) {
        return null;
      }
      return isOfJetty(task.getClass().getName()) ? null : new InvocableTask(task, scope);
    }

    private static boolean isOfJetty(String type) {
      return type.startsWith(OF_CONTEXTS) || type.startsWith(OF_SERVLETS);
    }
  }

  /**
   * Around {@code ScopedContext.run}, by which a context is entered for what a handler does later:
   * it goes on reading or writing, on whatever thread.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ContextHandler$ScopedContext",
      method = "run",
      descriptor = "(Ljava/lang/Runnable;Lorg/eclipse/jetty/server/Request;)V")
  static final class ContextRunAdvice {

    private ContextRunAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(1) @Nullable Request request) {
      return Threads.enter(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Around {@code ScopedContext.accept}, by which a handler is told that reading or writing failed.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ContextHandler$ScopedContext",
      method = "accept",
      descriptor =
          "(Ljava/util/function/Consumer;Ljava/lang/Throwable;"
              + "Lorg/eclipse/jetty/server/Request;)V")
  static final class ContextFailureAdvice {

    private ContextFailureAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(2) @Nullable Request request) {
      return Threads.enter(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /**
   * Before {@code whenAllocated} of a permit of {@code ThreadLimitHandler} that is not free: this
   * thread's request waits for one, and goes on when another request has given it back.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.ThreadLimitHandler$FuturePermit",
      method = "whenAllocated",
      descriptor = "(Ljava/util/function/Consumer;)V")
  static final class PermitAdvice {

    private PermitAdvice() {}

    /** Returns null for a callback that is left as it is. */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Consumer<?> wrap(@Advice.Argument(0) @Nullable Consumer<Object> callback) {
      RequestScope scope = RequestScope.current();
      return callback == null || scope == null ? null : new ScopedConsumer(callback, scope);
    }
  }

  /**
   * Around {@code run} of an entry of {@code QoSHandler}: a request that had to wait is handled, on
   * a thread that another request has asked for.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.handler.QoSHandler$Entry",
      method = "run",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  static final class ResumedAdvice {

    private ResumedAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.FieldValue("request") @Nullable Request request) {
      return Threads.enter(request);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
