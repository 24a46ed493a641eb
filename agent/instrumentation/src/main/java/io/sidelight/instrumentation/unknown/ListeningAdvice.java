package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.Listeners;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;

/** Advice for sockets that begin to listen. */
final class ListeningAdvice {

  private ListeningAdvice() {}

  /** After {@code bind} of the JDK's sockets that listen. */
  @AdviceOn(
      instrumentation = "unknown-servers",
      type = "java.net.ServerSocket",
      method = "bind",
      descriptor = "(Ljava/net/SocketAddress;I)V")
  @AdviceOn(
      instrumentation = "unknown-servers",
      type = "sun.nio.ch.AsynchronousServerSocketChannelImpl",
      method = "bind",
      descriptor =
          "(Ljava/net/SocketAddress;I)" + "Ljava/nio/channels/AsynchronousServerSocketChannel;")
  @AdviceOn(
      instrumentation = "unknown-servers",
      type = "sun.nio.ch.ServerSocketChannelImpl",
      method = "bind",
      descriptor = "(Ljava/net/SocketAddress;I)Ljava/nio/channels/ServerSocketChannel;")
  static final class BindAdvice {

    private BindAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object socket) {
      Listeners.opened(new JdkSocket(socket));
    }
  }

  /** After {@code listen} of the sockets of Netty's native transports. */
  // Netty's native transports, which don't use the JDK's sockets, and gRPC's copy of them.
  @AdviceOn(
      instrumentation = "unknown-servers",
      type = {"io.grpc.netty.shaded.io.netty.channel.unix.Socket", "io.netty.channel.unix.Socket"},
      method = "listen",
      descriptor = "(I)V",
      in = Presence.SOME_VERSIONS)
  static final class ListenAdvice {

    private ListenAdvice() {}

    @Advice.OnMethodExit
    static void exit(@Advice.This Object socket) {
      Listeners.opened(new NettySocket(socket));
    }
  }
}
