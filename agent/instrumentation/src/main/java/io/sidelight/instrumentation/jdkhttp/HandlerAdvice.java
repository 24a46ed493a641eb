package io.sidelight.instrumentation.jdkhttp;

import java.net.http.HttpResponse;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/**
 * Into {@code HttpClientImpl.sendAsync}: the body handler goes through the client with its call.
 */
final class HandlerAdvice {

  private HandlerAdvice() {}

  /** A handler that is missing stays missing, for the client to say so. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(1))
  static HttpResponse.@Nullable BodyHandler<?> handler(
      @Advice.Argument(1) HttpResponse.@Nullable BodyHandler<?> handler) {
    return handler == null ? null : new FollowedHandler<>(handler, new ClientCall());
  }
}
