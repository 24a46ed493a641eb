package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.Listeners;
import net.bytebuddy.asm.Advice;

/** Advice for sockets that begin to listen. */
final class ListeningAdvice {

  private ListeningAdvice() {}

  /** After {@code bind} of the JDK's sockets that listen. */
  static final class BindAdvice {

    private BindAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object socket) {
      Listeners.opened(new JdkSocket(socket));
    }
  }

  /** After {@code listen} of the sockets of Netty's native transports. */
  static final class ListenAdvice {

    private ListenAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object socket) {
      Listeners.opened(new NettySocket(socket));
    }
  }
}
