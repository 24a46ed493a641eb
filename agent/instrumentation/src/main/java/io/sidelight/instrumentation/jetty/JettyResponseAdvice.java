package io.sidelight.instrumentation.jetty;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Advice for the response of Jetty 9 to 11: its headers, its end, its failures. */
final class JettyResponseAdvice {

  private JettyResponseAdvice() {}

  /**
   * Before {@code HttpChannel.sendResponse}, by which every write goes: when nothing has been sent,
   * this is the last moment at which headers can be changed.
   *
   * <p>A response that is handed over ready-made is left alone. It is an interim one, shared by all
   * requests, or a refusal, whose headers {@link JettyRequestAdvice.RefusalHeadersAdvice} has seen.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannel",
      method = "sendResponse",
      descriptor =
          "(Lorg/eclipse/jetty/http/MetaData$Response;Ljava/nio/ByteBuffer;Z"
              + "Lorg/eclipse/jetty/util/Callback;)Z")
  static final class CommitAdvice {

    private CommitAdvice() {}

    @Advice.OnMethodEnter
    static void enter(
        @Advice.This HttpChannel channel,
        @Advice.Argument(0) MetaData.@Nullable Response readyMade) {
      if (readyMade != null || channel.isCommitted()) {
        return;
      }
      JettyExchange exchange = JettyExchange.of(channel);
      if (exchange != null) {
        exchange.committing();
      }
    }
  }

  /** Before {@code HttpConnection.send} of 9.4, which writes the head of a response. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpConnection",
      method = "send",
      descriptor =
          "(Lorg/eclipse/jetty/http/MetaData$Response;ZLjava/nio/ByteBuffer;Z"
              + "Lorg/eclipse/jetty/util/Callback;)V",
      in = Presence.SOME_VERSIONS)
  static final class FailedHeadersAdvice {

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

  /** The same as {@link FailedHeadersAdvice} from 10 on, where the request comes first. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpConnection",
      method = "send",
      descriptor =
          "(Lorg/eclipse/jetty/http/MetaData$Request;"
              + "Lorg/eclipse/jetty/http/MetaData$Response;Ljava/nio/ByteBuffer;Z"
              + "Lorg/eclipse/jetty/util/Callback;)V",
      in = Presence.SOME_VERSIONS)
  static final class FailedHeaders10Advice {

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

  /**
   * After {@code Response.completeOutput}, with which the channel ends a response. When that
   * throws, because the connection of an aborted response is closed by then, the channel never
   * completes the request: it waits for a callback that does not come.
   */
  // The first releases of 9.4 close the output instead, and are done with that.
  @AdviceOn(
      type = "org.eclipse.jetty.server.Response",
      method = "completeOutput",
      descriptor = "(Lorg/eclipse/jetty/util/Callback;)V",
      in = Presence.SOME_VERSIONS)
  static final class EndOfOutputAdvice {

    private EndOfOutputAdvice() {}

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This Response response, @Advice.Thrown @Nullable Throwable thrown) {
      JettyExchange exchange = thrown == null ? null : JettyExchange.of(response.getHttpChannel());
      if (exchange != null) {
        exchange.forgotten();
      }
    }
  }

  /** Before {@code HttpChannel.abort}: reading or writing failed, and the response ends here. */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpChannel",
      method = "abort",
      descriptor = "(Ljava/lang/Throwable;)V")
  static final class AbortAdvice {

    private AbortAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This HttpChannel channel) {
      JettyExchange exchange = JettyExchange.of(channel);
      if (exchange != null) {
        exchange.abort();
      }
    }
  }

  /**
   * Before {@code HttpConnection.abort}, which 9.4 also calls without {@code HttpChannel.abort}.
   */
  @AdviceOn(
      type = "org.eclipse.jetty.server.HttpConnection",
      method = "abort",
      descriptor = "(Ljava/lang/Throwable;)V")
  static final class ConnectionAbortAdvice {

    private ConnectionAbortAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This HttpConnection connection) {
      JettyResponseAdvice.AbortAdvice.enter(connection.getHttpChannel());
    }
  }
}
