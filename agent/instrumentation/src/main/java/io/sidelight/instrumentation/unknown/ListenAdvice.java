package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.Listeners;
import net.bytebuddy.asm.Advice;

/** After {@code listen} of the sockets of Netty's native transports. */
final class ListenAdvice {

  private ListenAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.This Object socket) {
    Listeners.opened(new NettySocket(socket));
  }
}
