package io.sidelight.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What of a request is the application's: its attributes, its session, and who has logged in. Some
 * containers know it themselves; where it belongs to a layer above, that layer hands one to {@link
 * io.sidelight.request.RequestScope#application}.
 *
 * <p>Called on a thread that runs the request, and only until the request has completed. Reads and
 * nothing else: no session is created, nobody is authenticated, no body is parsed.
 */
public interface ApplicationRequest {

  /** Name of the user whom the container has authenticated so far, null when there is none. */
  @Nullable String principal();

  /** An attribute of the request, null when it is not set. */
  @Nullable Object attribute(String name);

  /** An attribute of the session, null when it is not set or there is no valid session. */
  @Nullable Object sessionAttribute(String name);
}
