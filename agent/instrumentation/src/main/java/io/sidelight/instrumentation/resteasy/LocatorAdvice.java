package io.sidelight.instrumentation.resteasy;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jspecify.annotations.Nullable;

/**
 * Around {@code ResourceLocatorInvoker.invokeOnTargetObject}: the sub-resource matches the rest.
 */
final class LocatorAdvice {

  private LocatorAdvice() {}

  /** Returns what was matched before, null outside a request. */
  @Advice.OnMethodEnter
  static @Nullable Object enter(@Advice.FieldValue("method") ResourceLocator locator) {
    RequestScope scope = RequestScope.current();
    return scope == null ? null : scope.enterRoute(Template.beginning(locator));
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object outer) {
    RequestScope scope = RequestScope.current();
    if (scope != null && outer != null) {
      scope.leaveRoute((String) outer);
    }
  }
}
