package io.sidelight.instrumentation.urlconnection;

import io.sidelight.weaver.AdviceOn;
import java.net.HttpURLConnection;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for a connection, from its opening to the head of the answer. */
final class ConnectionAdvice {

  private ConnectionAdvice() {}

  /**
   * Around {@code connect}, which the application calls, or another method of the connection, or a
   * redirect.
   */
  @AdviceOn(
      type = {
        "sun.net.www.protocol.http.HttpURLConnection",
        "sun.net.www.protocol.https.AbstractDelegateHttpsURLConnection"
      },
      method = "connect",
      descriptor = "()V")
  static final class ConnectAdvice {

    private ConnectAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(
        @Advice.This HttpURLConnection connection,
        @Advice.FieldValue("connected") boolean connected) {
      if (!connected) {
        ConnectionCall.connecting(connection);
      }
      return Inside.enter(connection);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object inside,
        @Advice.This Object connection,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (inside == null) {
        return;
      }
      ((Inside) inside).leave();
      ConnectionCall call = thrown == null ? null : ConnectionCall.of(connection);
      if (thrown != null && call != null) {
        call.thrown(thrown, -1, true);
      }
    }
  }

  /** Around {@code getOutputStream}, which connects, and writes the headers of a streamed body. */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection",
      method = "getOutputStream",
      descriptor = "()Ljava/io/OutputStream;")
  static final class OutputAdvice {

    private OutputAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
      return Inside.enter(connection);
    }

    /** Where it throws after an answer, such as 417, that has been closed. */
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object inside,
        @Advice.This Object connection,
        @Advice.FieldValue("responseCode") int status,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (inside == null) {
        return;
      }
      ((Inside) inside).leave();
      ConnectionCall call = thrown == null ? null : ConnectionCall.of(connection);
      if (thrown != null && call != null) {
        call.thrown(thrown, status, true);
      }
    }
  }

  /**
   * Around {@code HttpClient.writeRequests}: what goes out here is an attempt, also where the
   * client repeats a request itself because the connection that it had kept was dead.
   */
  @AdviceOn(
      type = "sun.net.www.http.HttpClient",
      method = "writeRequests",
      descriptor = "(Lsun/net/www/MessageHeader;Lsun/net/www/http/PosterOutputStream;)V")
  static final class AttemptAdvice {

    private AttemptAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.Argument(0) Object headers) {
      HttpURLConnection connection = Inside.current();
      ConnectionCall call = connection == null ? null : ConnectionCall.of(connection);
      if (connection == null || call == null || MessageHeaders.isConnect(headers)) {
        return null;
      }
      WrittenRequest request = new WrittenRequest(connection, headers);
      call.attempt(request);
      return request;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object request) {
      if (request != null) {
        ((WrittenRequest) request).written();
      }
    }
  }

  /**
   * Around {@code getInputStream}, which every method calls that asks for something of the answer,
   * the connection itself included while it follows one.
   */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection",
      method = "getInputStream",
      descriptor = "()Ljava/io/InputStream;")
  static final class InputAdvice {

    private InputAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This HttpURLConnection connection) {
      return Inside.enter(connection);
    }

    /**
     * The fields are read, since asking the connection makes it act.
     *
     * @param client null when there is no body, or it has ended
     */
    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.Enter @Nullable Object inside,
        @Advice.This Object connection,
        @Advice.FieldValue("responseCode") int status,
        @Advice.FieldValue("http") @Nullable Object client,
        @Advice.Thrown @Nullable Throwable thrown) {
      if (inside == null) {
        return;
      }
      ((Inside) inside).leave();
      ConnectionCall call = ConnectionCall.of(connection);
      if (call == null) {
        return;
      }
      if (thrown == null) {
        call.answered(status, client == null);
      } else {
        call.thrown(thrown, status, client == null);
      }
    }
  }

  /** Around {@code followRedirect0}, which connects to where an answer points to. */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection",
      method = "followRedirect0",
      descriptor = "(Ljava/lang/String;ILjava/net/URL;)Z")
  static final class RedirectAdvice {

    private RedirectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object connection, @Advice.Argument(1) int status) {
      ConnectionCall call = ConnectionCall.of(connection);
      if (call != null) {
        call.redirecting(status);
      }
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object connection, @Advice.Return boolean followed) {
      ConnectionCall call = followed ? ConnectionCall.of(connection) : null;
      if (call != null) {
        call.redirected();
      }
    }
  }

  /**
   * Before {@code disconnect}, which another thread may call to end what this one waits for: that
   * sees a broken connection after this.
   */
  @AdviceOn(
      type = "sun.net.www.protocol.http.HttpURLConnection",
      method = "disconnect",
      descriptor = "()V")
  static final class DisconnectAdvice {

    private DisconnectAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.This Object connection) {
      ConnectionCall call = ConnectionCall.of(connection);
      if (call != null) {
        call.disconnected();
      }
    }
  }
}
