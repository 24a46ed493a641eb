package io.sidelight.instrumentation.jetty;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * The requests under way, by their channels: Jetty has no place on a channel or a request that
 * takes an object of ours and that the application doesn't see.
 *
 * <p>Channels are held weakly, here and by the exchanges themselves, so that a request which never
 * completes, such as an asynchronous one that its application has forgotten, is collected as it
 * would be without us. Look-ups take no lock and one small object.
 */
final class OpenExchanges {

  private static final ConcurrentMap<Object, JettyExchange> OPEN = new ConcurrentHashMap<>();
  private static final ReferenceQueue<HttpChannel> COLLECTED = new ReferenceQueue<>();

  private OpenExchanges() {}

  static @Nullable JettyExchange get(HttpChannel channel) {
    return OPEN.get(new Probe(channel));
  }

  static void put(ChannelReference channel, JettyExchange exchange) {
    for (Reference<?> gone = COLLECTED.poll(); gone != null; gone = COLLECTED.poll()) {
      OPEN.remove(gone);
    }
    OPEN.put(channel, exchange);
  }

  static void remove(ChannelReference channel) {
    OPEN.remove(channel);
  }

  /** A key that stays in the map: equal to itself, and to a probe for the same channel. */
  static final class ChannelReference extends WeakReference<HttpChannel> {

    private final int hash;

    ChannelReference(HttpChannel channel) {
      super(channel, COLLECTED);
      hash = System.identityHashCode(channel);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** A key to look up with; the map asks the one that is looked up, not the one that it has. */
  private static final class Probe {

    private final HttpChannel channel;

    Probe(HttpChannel channel) {
      this.channel = channel;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(channel);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ChannelReference && ((ChannelReference) other).get() == channel;
    }
  }
}
