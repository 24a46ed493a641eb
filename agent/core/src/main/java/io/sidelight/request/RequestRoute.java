package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * The route of one request: the pattern that its path was matched with, put together from the
 * patterns of nested routers. Threads take turns, as those of a request do.
 */
final class RequestRoute {

  /** Pattern of the part of the path that is matched already. */
  private volatile String outer = "";

  private volatile @Nullable String matched;

  /** The rest of the path was matched, whole when nothing was before; the first match stays. */
  void matched(String rest) {
    if (matched == null) {
      String whole = outer.concat(rest);
      matched = whole.isEmpty() ? "/" : whole;
    }
  }

  /**
   * The beginning of the rest was matched.
   *
   * @return what to give to {@link #leave}
   */
  String enter(String beginning) {
    String before = outer;
    outer = before.concat(beginning);
    return before;
  }

  /** Ends what {@link #enter} began. */
  void leave(String before) {
    outer = before;
  }

  /** The whole pattern, null while none has matched the whole path. */
  @Nullable String pattern() {
    return matched;
  }
}
