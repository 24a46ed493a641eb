package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.security.Principal;
import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.security.UserIdentity;
import org.jspecify.annotations.Nullable;

/**
 * After {@code LoginAuthenticator.login}: somebody has given the right password. Not all of them
 * get as far as {@link AuthenticationAdvice}: who fills in a form is sent to another page, who
 * lacks a role is refused, and ee8 and ee9 tell nobody of a login by the application.
 */
final class LoginAdvice {

  private LoginAdvice() {}

  @Advice.OnMethodExit
  static void exit(@Advice.Return @Nullable UserIdentity identity) {
    Principal principal = identity == null ? null : identity.getUserPrincipal();
    RequestScope scope = RequestScope.current();
    if (principal != null && scope != null) {
      RequestLifecycle.get().authenticated(scope, principal);
    }
  }
}
