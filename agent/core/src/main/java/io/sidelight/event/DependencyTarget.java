package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/**
 * The system that a call is made to and what it asks for. Each text may have come from outside: the
 * line redacts it. Asked when the call is over, on the thread that ends it, except for {@link
 * #kind}; may be called under no lock of the agent.
 */
public interface DependencyTarget {

  /** The same at any time, since sums are kept by it. */
  DependencyKind kind();

  /** Short name of the client library, such as {@code okhttp} or {@code jdbc}. */
  String client();

  /** Product that is called, such as {@code postgresql}; null when the kind says it all. */
  default @Nullable String system() {
    return null;
  }

  /** Name for which {@link #host} has no alias: the host itself, a database or a topic. */
  String name();

  /**
   * Host in lower case, which option {@code dependencies} may have an alias for; null when there is
   * none or it is not known.
   */
  default @Nullable String host() {
    return null;
  }

  /** The verb: {@code GET}, {@code SELECT}, {@code send}; null when it is not known. */
  @Nullable String operation();

  /**
   * The object of the verb: the URL of a call by HTTP, without query, fragment and userinfo; of
   * other kinds the shape of the statement or the like, which has no values in it. Null for none.
   */
  @Nullable String detail();

  /** Status of HTTP that was answered, 0 when none was or the kind has none. */
  default int status() {
    return 0;
  }

  /**
   * Whether the operation waits by design, such as a read that blocks until there is something to
   * read. It is never slow.
   */
  default boolean waits() {
    return false;
  }

  /** Writes fields that only this kind has, such as the number of statements in a batch. */
  default void writeTo(Fields fields) {}
}
