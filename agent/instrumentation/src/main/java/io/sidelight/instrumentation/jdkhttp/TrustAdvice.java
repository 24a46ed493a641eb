package io.sidelight.instrumentation.jdkhttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/**
 * Into {@code TrustedSubscriber.needsExecutor}: the client asks its own subscribers for the body on
 * the thread that it is on, and strangers on another. The wrapped subscriber is what it asks about.
 */
final class TrustAdvice {

  private TrustAdvice() {}

  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Object subscriber(@Advice.Argument(0) Object subscriber) {
    return subscriber instanceof FollowedSubscriber
        ? ((FollowedSubscriber<?>) subscriber).subscriber()
        : null;
  }
}
