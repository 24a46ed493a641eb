package io.sidelight.instrumentation.spring;

import io.sidelight.request.Attachment;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

/**
 * The security context that a request was last seen with, and who was in it. Attached to the
 * request, so that the same one is looked at once, and so that a login to a context which isn't the
 * request's (one that is being made for a task, say) is told apart. Immutable.
 */
final class CurrentContext extends Attachment {

  private final SecurityContext context;
  private final @Nullable Authentication authentication;

  private CurrentContext(SecurityContext context, @Nullable Authentication authentication) {
    this.context = context;
    this.authentication = authentication;
  }

  /** The thread has this context. */
  static void isNow(@Nullable SecurityContext context) {
    RequestScope scope = RequestScope.current();
    if (scope != null && context != null && isSprings(context)) {
      look(scope, context, scope.attachment(CurrentContext.class));
    }
  }

  /** Somebody has logged in to this context, whoever's it is. */
  static void changed(SecurityContext context) {
    RequestScope scope = RequestScope.current();
    CurrentContext current = scope == null ? null : scope.attachment(CurrentContext.class);
    if (scope != null && current != null && current.context == context) {
      look(scope, context, current);
    }
  }

  /** A context of the application's own may log somebody in when it is asked who is there. */
  private static boolean isSprings(SecurityContext context) {
    return context.getClass().getName().startsWith("org.springframework.security.");
  }

  private static void look(
      RequestScope scope, SecurityContext context, @Nullable CurrentContext before) {
    Authentication authentication = context.getAuthentication();
    if (before != null && before.context == context && before.authentication == authentication) {
      return;
    }
    scope.attach(new CurrentContext(context, authentication));
    if (authentication != null
        && authentication.isAuthenticated()
        && !(authentication instanceof AnonymousAuthenticationToken)) {
      RequestLifecycle.get().authenticated(scope, new AuthenticatedUser(authentication));
    }
  }
}
