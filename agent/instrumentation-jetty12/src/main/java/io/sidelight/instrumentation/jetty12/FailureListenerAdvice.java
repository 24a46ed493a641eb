package io.sidelight.instrumentation.jetty12;

import io.sidelight.request.RequestScope;
import java.util.function.Consumer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code ChannelRequest.addFailureListener}: the handler wants to know when the client has
 * gone, which it is told on a thread of the connection.
 */
final class FailureListenerAdvice {

  private FailureListenerAdvice() {}

  /** Returns null for a listener that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Consumer<?> wrap(
      @Advice.This Request request, @Advice.Argument(0) @Nullable Consumer<Object> listener) {
    RequestScope scope = listener == null ? null : RequestStream.scope(request);
    return listener == null || scope == null ? null : new ScopedConsumer(listener, scope);
  }
}
