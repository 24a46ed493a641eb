package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for {@code CompletableFuture}. */
final class FutureAdvice {

  private FutureAdvice() {}

  /**
   * After the constructor of {@code CompletableFuture.UniCompletion}: something is to happen when a
   * future is complete, on whatever thread that will be.
   */
  @AdviceOn(
      type = "java.util.concurrent.CompletableFuture$UniCompletion",
      method = "<init>",
      descriptor =
          "(Ljava/util/concurrent/Executor;Ljava/util/concurrent/CompletableFuture;"
              + "Ljava/util/concurrent/CompletableFuture;)V")
  static final class DependentAdvice {

    private DependentAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object dependent) {
      HandedOver.bind(dependent);
    }
  }

  /**
   * Around {@code UniCompletion.claim}, which is called right before the function of a dependent
   * and says whether it may be called here and now. If not, the dependent may have been handed to
   * its executor in there, for the request that it belongs to.
   *
   * <p>A dependent that was registered outside a request belongs to none, not even to the one on
   * whose thread the future is completed.
   */
  @AdviceOn(
      type = "java.util.concurrent.CompletableFuture$UniCompletion",
      method = "claim",
      descriptor = "()Z")
  static final class ClaimAdvice {

    private ClaimAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This Object dependent) {
      return HandedOver.enterBound(dependent);
    }

    /** The way back from a function that may be called is {@link CompleteAdvice}. */
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object dependent,
        @Advice.Enter @Nullable Object token,
        @Advice.Return boolean claimed) {
      if (claimed) {
        HandedOver.unbind(dependent);
        ScopeToken.keep(token);
      } else {
        ScopeToken.close(token);
      }
    }
  }

  /**
   * Around {@code CompletableFuture.postComplete}, which runs the dependents of a future one after
   * the other on the thread that has completed it.
   */
  @AdviceOn(
      type = "java.util.concurrent.CompletableFuture",
      method = "postComplete",
      descriptor = "()V")
  static final class CompleteAdvice {

    private CompleteAdvice() {}

    @Advice.OnMethodEnter
    static Object enter() {
      return RequestScope.hold();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object token) {
      ScopeToken.close(token);
    }
  }
}
