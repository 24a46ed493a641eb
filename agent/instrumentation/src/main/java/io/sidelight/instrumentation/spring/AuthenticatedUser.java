package io.sidelight.instrumentation.spring;

import java.lang.reflect.Method;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The user by the name that Spring Security gives it. There is one exception: where that name would
 * be the {@code toString} of an object of the application's, which may say anything, there is none.
 */
final class AuthenticatedUser implements Principal {

  private final Authentication authentication;

  AuthenticatedUser(Authentication authentication) {
    this.authentication = authentication;
  }

  /** Empty when there is no name. Runs code of the application, and throws what that throws. */
  @Override
  public String getName() {
    String name = isNamed() ? authentication.getName() : null;
    return name == null ? "" : name;
  }

  /**
   * The base class falls back to {@code toString}; a token of a kind with its own name does not.
   */
  private boolean isNamed() {
    return !(authentication instanceof AbstractAuthenticationToken)
        || isName(authentication.getPrincipal())
        || hasOwnName(authentication.getClass());
  }

  private static boolean isName(@Nullable Object principal) {
    return principal instanceof CharSequence
        || principal instanceof UserDetails
        || principal instanceof AuthenticatedPrincipal
        || principal instanceof Principal
        || principal instanceof Number;
  }

  private static boolean hasOwnName(Class<?> token) {
    for (Class<?> type = token; type != AbstractAuthenticationToken.class; ) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals("getName") && method.getParameterCount() == 0) {
          return true;
        }
      }
      type = type.getSuperclass();
    }
    return false;
  }
}
