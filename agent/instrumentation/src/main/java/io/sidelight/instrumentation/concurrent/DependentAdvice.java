package io.sidelight.instrumentation.concurrent;

import io.sidelight.request.HandedOver;
import net.bytebuddy.asm.Advice;

/**
 * After the constructor of {@code CompletableFuture.UniCompletion}: something is to happen when a
 * future is complete, on whatever thread that will be.
 */
final class DependentAdvice {

  private DependentAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object dependent) {
    HandedOver.bind(dependent);
  }
}
