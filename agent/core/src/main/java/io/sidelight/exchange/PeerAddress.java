package io.sidelight.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The text of addresses for {@link ServerExchange#peer}. */
public final class PeerAddress {

  private PeerAddress() {}

  /** Null for one that is none of TCP, such as that of a Unix domain socket. */
  public static @Nullable String of(@Nullable SocketAddress socket) {
    InetAddress address =
        socket instanceof InetSocketAddress ? ((InetSocketAddress) socket).getAddress() : null;
    return address == null ? null : address.getHostAddress();
  }

  /** The same for what a server reads from; null unless it is the channel of an open socket. */
  public static @Nullable String ofChannel(@Nullable Object channel) {
    try {
      return channel instanceof SocketChannel
          ? of(((SocketChannel) channel).getRemoteAddress())
          : null;
    } catch (IOException closed) {
      return null;
    }
  }
}
