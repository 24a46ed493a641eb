package io.sidelight.listening;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Answers questions about servers from the tables of the instrumentations. Thread-safe. */
public interface KnownServers {

  /** Whether a server that is followed has been loaded: it starts sooner or later. */
  boolean isAnyLoaded();

  /**
   * Whether a class listens for something else than the application's requests, such as JMX.
   *
   * @param className binary name of a class on the stack of whoever opens a socket
   */
  boolean listensForItself(String className);

  /**
   * Name of the server that a class belongs to, null for none that is known.
   *
   * @param className as in {@link #listensForItself}
   */
  @Nullable String serverOf(String className);

  /** Names of the servers that are not followed and have been loaded. */
  Collection<String> loadedUnfollowed();
}
