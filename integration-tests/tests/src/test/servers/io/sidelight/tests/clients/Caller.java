package io.sidelight.tests.clients;

/**
 * One HTTP client, used as an application uses it. There is a class for each, with a constructor
 * without arguments, compiled against the very release that it runs with.
 *
 * <p>A caller keeps its clients, and so their connections, from one call to the next. It tells the
 * {@link Call} what an application gets to see; nothing of the agent's.
 */
public interface Caller {

  /** Connections that a pool may have: those that calls leave open are never given back. */
  int MANY = 200;

  /**
   * Makes a call on this thread, up to what {@link Call#read} says of the body.
   *
   * @throws Exception what the client throws, as it is
   */
  void call(Call call) throws Exception;

  /**
   * Starts a call in the client's own asynchronous way. The callback ends it with {@link
   * Call#finish} or {@link Call#fail}.
   *
   * @throws Exception what the client throws at once
   */
  default void start(Call call) throws Exception {
    throw new UnsupportedOperationException("only synchronous");
  }
}
