package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.ListeningSocket;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.channels.NetworkChannel;

/** A {@link ServerSocket}, or a channel that listens. */
final class JdkSocket implements ListeningSocket {

  private final WeakReference<Object> socket;

  JdkSocket(Object socket) {
    this.socket = new WeakReference<>(socket);
  }

  @Override
  public boolean isOpen() {
    Object open = socket.get();
    return open instanceof ServerSocket
        ? !((ServerSocket) open).isClosed()
        : open instanceof NetworkChannel && ((NetworkChannel) open).isOpen();
  }

  @Override
  public int port() {
    Object open = socket.get();
    if (open instanceof ServerSocket) {
      return ((ServerSocket) open).getLocalPort();
    }
    return open instanceof NetworkChannel ? port((NetworkChannel) open) : 0;
  }

  private static int port(NetworkChannel channel) {
    try {
      SocketAddress address = channel.getLocalAddress();
      return address instanceof InetSocketAddress ? ((InetSocketAddress) address).getPort() : 0;
    } catch (IOException closed) {
      return 0;
    }
  }
}
