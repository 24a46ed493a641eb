package io.sidelight.instrumentation.okhttp;

import io.sidelight.dependency.OutboundCall;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * {@code ExchangeCodec.writeRequestHeaders}: what is sent, after all interceptors. Only the codec
 * sees the request with the header: responses, the cache and event listeners keep theirs.
 */
final class CodecAdvice {

  private CodecAdvice() {}

  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static @Nullable Request request(@Advice.Argument(0) Request request) {
    OutboundCall call = OutboundCall.enclosing();
    if (call == null) {
      return null;
    }
    OutgoingRequest outgoing = new OutgoingRequest(request);
    call.attempt(outgoing);
    return outgoing.changed();
  }
}
