package io.sidelight.instrumentation.jdkhttp;

import io.sidelight.request.RequestScope;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Around {@code HttpClientImpl.start}: the client's thread belongs to no request. */
final class ClientStartAdvice {

  private ClientStartAdvice() {}

  /** Returns the scope to go back to, null when there is none. */
  @Advice.OnMethodEnter
  static @Nullable Object enter() {
    RequestScope scope = RequestScope.current();
    if (scope != null) {
      RequestScope.enter(null);
    }
    return scope;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void exit(@Advice.Enter @Nullable Object scope) {
    if (scope != null) {
      RequestScope.enter((RequestScope) scope);
    }
  }
}
