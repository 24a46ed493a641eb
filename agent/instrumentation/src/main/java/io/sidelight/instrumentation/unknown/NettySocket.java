package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.ListeningSocket;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A socket of one of Netty's native transports, in Netty or a copy of it: no type that both share
 * has these methods, so they are looked up.
 */
final class NettySocket implements ListeningSocket {

  private final WeakReference<Object> socket;

  NettySocket(Object socket) {
    this.socket = new WeakReference<>(socket);
  }

  @Override
  public boolean isOpen() {
    return Boolean.TRUE.equals(call("isOpen"));
  }

  @Override
  public int port() {
    Object address = call("localAddress");
    return address instanceof InetSocketAddress ? ((InetSocketAddress) address).getPort() : 0;
  }

  private @Nullable Object call(String method) {
    Object open = socket.get();
    try {
      return open == null ? null : open.getClass().getMethod(method).invoke(open);
    } catch (ReflectiveOperationException e) {
      return null; // a Netty of another shape: the socket counts as closed
    }
  }
}
