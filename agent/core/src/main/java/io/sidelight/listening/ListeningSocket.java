package io.sidelight.listening;

/**
 * A socket that connections are accepted on. An adapter for each kind implements it, and keeps the
 * library's object weakly. Called on a thread of the agent.
 */
public interface ListeningSocket {

  /** Whether it still listens. */
  boolean isOpen();

  /** The port, 0 or less where there is none, such as for a socket in the file system. */
  int port();
}
