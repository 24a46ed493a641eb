package io.sidelight.instrumentation.apachehttp;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code execute} of an asynchronous exec runtime, which hands the client's own handler of
 * one exchange over to the connection.
 */
final class ExchangeAsync5Advice {

  private ExchangeAsync5Advice() {}

  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(1))
  static @Nullable AsyncClientExchangeHandler replace(
      @Advice.This Object runtime, @Advice.Argument(1) AsyncClientExchangeHandler handler) {
    AsyncCall call = AsyncCall.OPEN.get(runtime);
    return call == null || call.call() == null ? null : new ExchangeHandler5(handler, call, false);
  }
}
