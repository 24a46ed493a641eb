package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * Leads a thread out of the scope that it has entered by {@link RequestScope#makeCurrent}, back to
 * the one that was current before. As a rule the thread closes each of its tokens once, the last
 * one first. Otherwise:
 *
 * <ul>
 *   <li>A token that is closed before those that were opened after it closes them as well. Closing
 *       those later has no effect.
 *   <li>A token that is closed by another thread leaves that thread in its scope. The token's own
 *       thread is back as soon as it asks for its scope.
 *   <li>Closing a token again has no effect, unless its thread has entered a scope since: tokens
 *       are used again, and this one may be open for that scope.
 * </ul>
 *
 * <p>No method throws or blocks. A thread that enters a scope no deeper than before allocates
 * nothing.
 */
public final class ScopeToken implements AutoCloseable {

  /** Of a thread that has stayed where it was. */
  static final ScopeToken UNCHANGED = new ScopeToken(ThreadScope.ofNoThread(), null);

  private final ThreadScope thread;

  final @Nullable ScopeToken below;
  final short depth;

  /** One that was opened after this one, open or to be used again. */
  @Nullable ScopeToken above;

  /** The scope that is current while this is the token that was opened last. */
  @Nullable RequestScope scope;

  /** Set once, by another thread. */
  volatile boolean closedElsewhere;

  private boolean open;

  ScopeToken(ThreadScope thread, @Nullable ScopeToken below) {
    this.thread = thread;
    this.below = below;
    this.depth = below == null ? 0 : (short) Math.min(below.depth + 1, Short.MAX_VALUE);
  }

  /**
   * Closes what enter advice returned.
   *
   * @param token null for nothing to close, as where enter advice has failed
   */
  public static void close(@Nullable Object token) {
    if (token != null) {
      ((ScopeToken) token).close();
    }
  }

  /** Keeps what enter advice returned, see {@link #keep()}; null for nothing. */
  public static void keep(@Nullable Object token) {
    if (token != null) {
      ((ScopeToken) token).keep();
    }
  }

  /** Leads the thread back to the scope that it was in. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    if (thread.isHere()) {
      thread.close(this);
    } else {
      closedElsewhere = true;
    }
  }

  /**
   * Closes the token with the thread staying in its scope: the token that was opened before leads
   * out of it. By another thread, the same as {@link #close()}.
   */
  public void keep() {
    if (!open) {
      return;
    }
    if (thread.isHere()) {
      thread.closeAndStay(this);
    } else {
      closedElsewhere = true;
    }
  }

  void open(@Nullable RequestScope scope) {
    this.scope = scope;
    open = true;
  }

  void shut() {
    open = false;
    scope = null;
  }
}
