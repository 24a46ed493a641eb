package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * The current scope of one thread, and the way back through the scopes that were current before: a
 * stack of {@link ScopeToken}s, each of which holds the scope that it made current.
 *
 * <pre>
 *             base    &lt;- below - token    &lt;- below - token    - above -&gt; token
 *        without any             opened              opened              closed
 *             token               first               last               before
 * </pre>
 *
 * <p>Closed tokens stay above the open ones for the next time that the thread enters a scope, so
 * that nothing is allocated for going as deep as before.
 *
 * <p>The thread-local has no value on threads that were never in a request, the scope itself on
 * threads that have a scope but no token, and one of these on all others. Confined to its thread,
 * except for {@link ScopeToken#closedElsewhere}.
 */
final class ThreadScope {

  private static final ThreadLocal<@Nullable Object> CURRENT = new NewThreads();

  /** Deeper than that, closed tokens are not kept. */
  private static final int MOST_KEPT = 64;

  private final @Nullable RequestScope birth;

  /** The scope without any token. */
  private @Nullable RequestScope base;

  private @Nullable ScopeToken bottom;

  /** The open token that was opened last. */
  private @Nullable ScopeToken top;

  private int epoch = RequestScope.epoch();

  private ThreadScope(@Nullable RequestScope birth, @Nullable RequestScope base) {
    this.birth = birth;
    this.base = base;
  }

  /**
   * The place of the scope on a thread that the application makes inside a request. Such a thread
   * may be a helper of that request, or a worker that the first request happened to start and that
   * serves everybody from then on. Nothing tells the two apart once the request has completed, so
   * the thread is out of it then. Other scopes, which the thread enters meanwhile, are not
   * affected.
   *
   * @param birth scope of the request in which the thread is made
   */
  static ThreadScope bornIn(RequestScope birth) {
    return new ThreadScope(birth, birth);
  }

  /** One that is no thread's. */
  static ThreadScope ofNoThread() {
    return new ThreadScope(null, null);
  }

  /** The scope that this thread works in, null for none. */
  static @Nullable RequestScope current() {
    Object value = CURRENT.get();
    return value == null ? null : current(value);
  }

  /**
   * @param value of the thread-local
   */
  static @Nullable RequestScope current(Object value) {
    RequestScope scope =
        value instanceof ThreadScope ? ((ThreadScope) value).scope() : (RequestScope) value;
    return scope == null || scope.isOutOfReach() ? null : scope;
  }

  /** The same whether or not scopes were abandoned or have ended since. */
  static @Nullable RequestScope entered() {
    Object value = CURRENT.get();
    return value instanceof ThreadScope ? ((ThreadScope) value).last() : (RequestScope) value;
  }

  /** See {@link RequestScope#makeCurrent}. */
  static ScopeToken makeCurrent(@Nullable RequestScope scope) {
    Object value = CURRENT.get();
    return value == null && scope == null ? ScopeToken.UNCHANGED : of(value).open(scope);
  }

  /** See {@link RequestScope#hold}. */
  static ScopeToken hold() {
    ThreadScope thread = of(CURRENT.get());
    return thread.open(thread.last());
  }

  /** Puts a scope, or none, in the place of the current one, for the same tokens to lead out of. */
  static void replace(@Nullable RequestScope scope) {
    Object value = CURRENT.get();
    if (value instanceof ThreadScope) {
      ThreadScope thread = (ThreadScope) value;
      thread.forgetAbandoned();
      thread.stay(scope);
    } else if (value != scope) {
      CURRENT.set(scope);
    }
  }

  private static ThreadScope of(@Nullable Object value) {
    if (value instanceof ThreadScope) {
      return (ThreadScope) value;
    }
    ThreadScope thread = new ThreadScope(null, (RequestScope) value);
    CURRENT.set(thread);
    return thread;
  }

  /** Whether this is the calling thread's. */
  boolean isHere() {
    return CURRENT.get() == this;
  }

  private @Nullable RequestScope scope() {
    RequestScope scope = last();
    return scope == birth && birth != null && birth.isFinished() ? null : scope;
  }

  /** The scope that was entered last, ended or not. */
  private @Nullable RequestScope last() {
    ScopeToken open = top;
    if (open == null) {
      return base;
    }
    return open.closedElsewhere ? lastOfThisThread() : open.scope;
  }

  /** Closes what other threads have closed. */
  private @Nullable RequestScope lastOfThisThread() {
    ScopeToken open = top;
    while (open != null && open.closedElsewhere) {
      close(open);
      open = top;
    }
    return open == null ? base : open.scope;
  }

  private void stay(@Nullable RequestScope scope) {
    ScopeToken open = top;
    if (open == null) {
      base = scope;
    } else {
      open.scope = scope;
    }
  }

  private ScopeToken open(@Nullable RequestScope scope) {
    forgetAbandoned();
    ScopeToken below = top;
    ScopeToken token = below == null ? bottom : below.above;
    if (token == null) {
      token = new ScopeToken(this, below);
      if (below == null) {
        bottom = token;
      } else if (token.depth < MOST_KEPT) {
        below.above = token;
      }
    }
    token.open(scope);
    top = token;
    return token;
  }

  /** Starts anew once scopes were abandoned: the advice that closes tokens may be off. */
  private void forgetAbandoned() {
    int now = RequestScope.epoch();
    if (epoch != now) {
      epoch = now;
      while (top != null) {
        close(top);
      }
      bottom = null;
      base = null;
    }
  }

  /**
   * Closes an open token, and those that were opened since. Of tokens whose turn it was not, none
   * is used again: whoever has them may close them at any time.
   */
  void close(ScopeToken token) {
    for (ScopeToken open = top; open != null && open != token; open = open.below) {
      open.shut();
      token.above = null;
    }
    token.shut();
    top = token.below;
    if (token.closedElsewhere) {
      if (top == null) {
        bottom = null;
      } else {
        top.above = null;
      }
    }
  }

  /** The same, and the thread stays in the scope. */
  void closeAndStay(ScopeToken token) {
    RequestScope scope = last();
    close(token);
    stay(scope);
  }
}
