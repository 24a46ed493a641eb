package io.sidelight.instrumentation.jetty12;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.server.Response;

/**
 * Before {@code ErrorCallback.succeeded}, which sends an error that no error page was written for.
 */
final class ErrorSentAdvice {

  private ErrorSentAdvice() {}

  @Advice.OnMethodEnter
  static void enter(@Advice.FieldValue("_errorResponse") Response response) {
    WriteAdvice.enter(response, true);
  }
}
