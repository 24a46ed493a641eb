package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.Listeners;
import net.bytebuddy.asm.Advice;

/** After {@code bind} of the JDK's sockets that listen. */
final class BindAdvice {

  private BindAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object socket) {
    Listeners.opened(new JdkSocket(socket));
  }
}
