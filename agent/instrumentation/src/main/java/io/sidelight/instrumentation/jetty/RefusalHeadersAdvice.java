package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.HttpField;

/**
 * Before {@code ErrorHandler.badMessageError}, which fills the headers of a refusal. From 10 on
 * they can't be changed any more when they are sent.
 */
final class RefusalHeadersAdvice {

  private RefusalHeadersAdvice() {}

  /**
   * @param fields {@code HttpFields} in 9.4, {@code HttpFields.Mutable} since
   */
  @Advice.OnMethodEnter
  static void enter(@Advice.Argument(2) Iterable<HttpField> fields) {
    JettyExchange exchange = Refusals.current();
    if (exchange != null) {
      exchange.refusing(fields);
    }
  }
}
