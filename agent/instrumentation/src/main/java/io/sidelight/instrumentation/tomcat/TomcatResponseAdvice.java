package io.sidelight.instrumentation.tomcat;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.jspecify.annotations.Nullable;

/** Advice for the moment at which Tomcat sends the headers of a response. */
final class TomcatResponseAdvice {

  private TomcatResponseAdvice() {}

  /**
   * Around {@code prepareResponse} of a protocol. Before it is the last moment at which headers can
   * be changed; it fails when they don't fit into the buffer for them.
   */
  @AdviceOn(
      type = {"org.apache.coyote.ajp.AjpProcessor", "org.apache.coyote.http11.Http11Processor"},
      method = "prepareResponse",
      descriptor = "()V")
  @AdviceOn(
      type = "org.apache.coyote.http2.StreamProcessor",
      method = "prepareResponse",
      descriptor = "()V",
      in = Presence.SOME_VERSIONS)
  static final class CommitAdvice {

    private static final int OK = 200;

    private CommitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This AbstractProcessor processor) {
      Request request = processor.getRequest();
      TomcatExchange exchange = TomcatExchange.of(request);
      if (exchange != null) {
        exchange.committing();
        return;
      }
      Response response = request.getResponse();
      if (response != null && response.getStatus() >= OK) {
        // Refused by the protocol handler, which logs it later or, in some versions, not at all.
        TomcatExchange.begin(request, response).committing();
      }
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This AbstractProcessor processor, @Advice.Thrown @Nullable Throwable thrown) {
      if (thrown == null) {
        return;
      }
      TomcatExchange exchange = TomcatExchange.of(processor.getRequest());
      if (exchange != null) {
        exchange.notCommitted(thrown);
      }
    }
  }

  /**
   * Before {@code StreamProcessor.action} of the first releases of 8.5, which have no {@code
   * prepareResponse} for HTTP/2 and send the headers right here.
   */
  @AdviceOn(
      type = "org.apache.coyote.http2.StreamProcessor",
      method = "action",
      descriptor = "(Lorg/apache/coyote/ActionCode;Ljava/lang/Object;)V",
      in = Presence.SOME_VERSIONS)
  static final class Http2ActionAdvice {

    private Http2ActionAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.This AbstractProcessor processor, @Advice.Argument(0) ActionCode action) {
      if (action == ActionCode.COMMIT && !processor.getRequest().getResponse().isCommitted()) {
        TomcatResponseAdvice.CommitAdvice.enter(processor);
      }
    }
  }
}
