package io.sidelight.instrumentation.jetty;

import net.bytebuddy.asm.Advice;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.jspecify.annotations.Nullable;

/**
 * Before {@code HttpChannel.sendResponse}, by which every write goes: when nothing has been sent,
 * this is the last moment at which headers can be changed.
 *
 * <p>A response that is handed over ready-made is left alone. It is an interim one, shared by all
 * requests, or a refusal, whose headers {@link RefusalHeadersAdvice} has seen.
 */
final class CommitAdvice {

  private CommitAdvice() {}

  @Advice.OnMethodEnter
  static void enter(
      @Advice.This HttpChannel channel, @Advice.Argument(0) MetaData.@Nullable Response readyMade) {
    if (readyMade != null || channel.isCommitted()) {
      return;
    }
    JettyExchange exchange = JettyExchange.of(channel);
    if (exchange != null) {
      exchange.committing();
    }
  }
}
