package io.sidelight.request;

import org.jspecify.annotations.Nullable;

/**
 * An object that goes through a container with a request and knows its scope. Adapters exist once
 * for each class loader of a container; this type is the same to all of them.
 */
public interface ScopeCarrier {

  /** Null before the request has begun. */
  @Nullable RequestScope scope();
}
