package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpConnection;
import org.jspecify.annotations.Nullable;

/** Before {@code HttpConnection.send} of 9.4, which writes the head of a response. */
final class FailedHeadersAdvice {

  private FailedHeadersAdvice() {}

  /** Returns null for a response that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(0))
  static MetaData.@Nullable Response replace(
      @Advice.This HttpConnection connection,
      @Advice.Argument(0) MetaData.@Nullable Response response) {
    return FailedHeaders.answer(connection, response);
  }
}
