package io.sidelight.instrumentation.tomcat;

import net.bytebuddy.asm.Advice;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.ActionCode;

/**
 * Before {@code StreamProcessor.action} of the first releases of 8.5, which have no {@code
 * prepareResponse} for HTTP/2 and send the headers right here.
 */
final class Http2ActionAdvice {

  private Http2ActionAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.This AbstractProcessor processor, @Advice.Argument(0) ActionCode action) {
    if (action == ActionCode.COMMIT && !processor.getRequest().getResponse().isCommitted()) {
      CommitAdvice.enter(processor);
    }
  }
}
