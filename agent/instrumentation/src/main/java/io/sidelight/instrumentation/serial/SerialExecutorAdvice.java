package io.sidelight.instrumentation.serial;

import io.sidelight.request.HandedOver;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Advice for executors that run one task after the other, and for operators that do so. */
final class SerialExecutorAdvice {

  private SerialExecutorAdvice() {}

  /** Before {@code execute} of a serial executor, whose queue nobody else sees. */
  static final class EnqueueAdvice {

    private EnqueueAdvice() {}

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Runnable task(@Advice.Argument(0) @Nullable Runnable task) {
      return HandedOver.bound(task);
    }
  }

  /**
   * Around the loop of a serial executor. It belongs to nobody: it may have been woken by one
   * request and run tasks of others.
   */
  static final class LoopAdvice {

    private LoopAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter() {
      return RequestScope.makeCurrent(null);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }

  /** After the constructor of something that will run for whoever has made it. */
  static final class MadeAdvice {

    private MadeAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object made) {
      HandedOver.bind(made);
    }
  }

  /**
   * Around {@code run} of a subscriber or task that was made inside a request, or outside of all.
   * The thread may be in the scope of another one, whose value has woken it.
   */
  static final class OwnedRunAdvice {

    private OwnedRunAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object owned) {
      return HandedOver.enterBound(owned);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
