package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpConnection;
import org.jspecify.annotations.Nullable;

/** The same as {@link FailedHeadersAdvice} from 10 on, where the request comes first. */
final class FailedHeaders10Advice {

  private FailedHeaders10Advice() {}

  /** Returns null for a response that is left as it is. */
  @Advice.OnMethodEnter
  @Advice.AssignReturned.ToArguments(@ToArgument(1))
  static MetaData.@Nullable Response replace(
      @Advice.This HttpConnection connection,
      @Advice.Argument(1) MetaData.@Nullable Response response) {
    return FailedHeaders.answer(connection, response);
  }
}
