package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * State that an instrumentation keeps with a request between two calls of its library, until the
 * request completes: see {@link RequestScope#attach}. A request has one attachment of each class,
 * and an instance belongs to one request. Adapters exist once for each class loader of a library,
 * so those of two loaders don't meet.
 */
public abstract class Attachment {

  /** The next one of the same request. */
  @Nullable Attachment next;

  /** The list from here on without the attachment of a class, in any order. */
  static @Nullable Attachment without(@Nullable Attachment first, Class<?> type) {
    if (first == null || first.getClass() == type) {
      return first == null ? null : first.next;
    }
    first.next = without(first.next, type);
    return first;
  }
}
