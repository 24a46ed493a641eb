package io.sidelight.instrumentation.unknown;

import io.sidelight.listening.KnownServers;
import io.sidelight.listening.Listeners;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that listen, and servers that are recognised. Join points read in JDK 17 and 25, those of
 * Netty in 4.1.100 and 4.2.0.
 *
 * <p>Nothing is woven where a server that is followed has been loaded before the first socket.
 */
public final class UnknownServersInstrumentation implements LibraryInstrumentation {

  private final Map<String, String> servers = Recognised.servers();

  /** Guarded by itself. */
  private final Set<String> loaded = new LinkedHashSet<>();

  @Override
  public String name() {
    return "unknown-servers";
  }

  @Override
  public boolean isFor(Predicate<String> library) {
    return Listeners.areWanted();
  }

  @Override
  public Set<String> watchedClasses() {
    return servers.keySet();
  }

  @Override
  public void loaded(String className) {
    String server = servers.get(className);
    if (server != null) {
      synchronized (loaded) {
        loaded.add(server);
      }
    }
  }

  @Override
  public boolean isOfALibrary() {
    return false;
  }

  /**
   * What is known of servers from now on.
   *
   * @param followed whether a server that is followed has been loaded
   */
  public KnownServers known(BooleanSupplier followed) {
    return new Known(followed);
  }

  private final class Known implements KnownServers {

    private final BooleanSupplier followed;

    Known(BooleanSupplier followed) {
      this.followed = followed;
    }

    @Override
    public boolean isAnyLoaded() {
      return followed.getAsBoolean();
    }

    @Override
    public boolean listensForItself(String className) {
      return Recognised.isNoServer(className);
    }

    @Override
    public @Nullable String serverOf(String className) {
      return Recognised.server(className);
    }

    @Override
    public Collection<String> loadedUnfollowed() {
      synchronized (loaded) {
        return List.copyOf(loaded);
      }
    }
  }
}
