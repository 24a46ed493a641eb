package io.sidelight.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.library.CallError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions of the JDK, as its two clients throw them. */
class CallErrorsTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new SocketTimeoutException("Read timed out"), CallError.TIMEOUT),
        Arguments.of(new SocketTimeoutException("Connect timed out"), CallError.TIMEOUT),
        Arguments.of(new HttpTimeoutException("request timed out"), CallError.TIMEOUT),
        Arguments.of(
            caused(
                new HttpConnectTimeoutException("HTTP connect timed out"), new ConnectException()),
            CallError.TIMEOUT),
        Arguments.of(new TimeoutException(), CallError.TIMEOUT),
        Arguments.of(new InterruptedIOException("timeout"), CallError.TIMEOUT),
        Arguments.of(new UnknownHostException("nothing.invalid"), CallError.DNS),
        Arguments.of(
            caused(new ConnectException(), new UnresolvedAddressException()), CallError.DNS),
        Arguments.of(new SSLHandshakeException("PKIX path building failed"), CallError.TLS),
        Arguments.of(
            caused(new SSLHandshakeException("Remote host terminated"), new EOFException()),
            CallError.TLS),
        Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), CallError.TLS),
        Arguments.of(new SSLPeerUnverifiedException("no name"), CallError.TLS),
        Arguments.of(
            caused(new IOException("no"), new CertificateExpiredException()), CallError.TLS),
        Arguments.of(new CancellationException("Request cancelled"), CallError.CANCELLED),
        Arguments.of(
            caused(new CancellationException(), new IOException("Request cancelled")),
            CallError.CANCELLED),
        Arguments.of(new InterruptedException(), CallError.CANCELLED),
        Arguments.of(new InterruptedIOException(), CallError.CANCELLED),
        Arguments.of(new ClosedByInterruptException(), CallError.CANCELLED),
        Arguments.of(new ConnectException("Connection refused"), CallError.CONNECT),
        Arguments.of(
            caused(new ConnectException(), new ClosedChannelException()), CallError.CONNECT),
        Arguments.of(new NoRouteToHostException("No route to host"), CallError.CONNECT),
        Arguments.of(new SocketException("Network is unreachable"), CallError.CONNECT),
        Arguments.of(new SocketException("Connection reset"), CallError.RESET),
        Arguments.of(new SocketException("Unexpected end of file from server"), CallError.RESET),
        Arguments.of(
            caused(new SSLException("Connection reset"), new SocketException("Connection reset")),
            CallError.RESET),
        Arguments.of(new EOFException("EOF reached while reading"), CallError.RESET),
        Arguments.of(new ClosedChannelException(), CallError.RESET),
        Arguments.of(new ProtocolException("Invalid status line"), CallError.PROTOCOL),
        Arguments.of(
            new ProtocolException("Header size too big: 393235 > 393216"), CallError.PROTOCOL),
        Arguments.of(new IOException("closed"), CallError.IO),
        Arguments.of(new IOException(), CallError.IO),
        Arguments.of(new IllegalStateException("of the application"), CallError.IO));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void of_failureOfTheJdk_itsCategory(Throwable thrown, CallError expected) {
    assertThat(CallErrors.of(thrown)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void of_failureInWrappers_categoryOfTheFailure(Throwable thrown, CallError expected) {
    Throwable wrapped = new CompletionException(new ExecutionException(thrown));

    assertThat(CallErrors.of(caused(new IOException("failed"), wrapped))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Premature EOF, RESET",
    "'fixed content-length: 10, bytes received: 3', RESET",
    "'chunked transfer encoding, state: READING_LENGTH', RESET",
    "HTTP/1.1 header parser received no bytes, RESET",
    "Received RST_STREAM: Internal error, RESET",
    "Received RST_STREAM: Stream cancelled, RESET",
    "/127.0.0.1:443: GOAWAY received, RESET",
    "Broken pipe, RESET",
    "Request cancelled, CANCELLED",
    "Invalid Http response, PROTOCOL",
    "protocol error: Invalid header, PROTOCOL",
    "'Unable to tunnel through proxy. Proxy returns \"HTTP/1.1 503 no\"', CONNECT",
    "'Tunnel failed, got: 503', CONNECT",
    "Too many retries, IO"
  })
  void of_ioException_categoryByWhatItSays(String message, CallError expected) {
    assertThat(CallErrors.of(new IOException(message))).isEqualTo(expected);
  }

  @Test
  void of_sslExceptionAtTheEndOfTheConnection_isReset() {
    Throwable thrown = new SSLException("closing inbound before receiving peer's close_notify");

    assertThat(CallErrors.of(thrown)).isEqualTo(CallError.RESET);
  }

  @Test
  void of_causesInACircle_returns() {
    IOException outer = new IOException("outer");
    IOException inner = new IOException("inner", outer);
    outer.initCause(inner);

    assertThat(CallErrors.of(outer)).isEqualTo(CallError.IO);
  }

  @Test
  void text_ofEach_isLowerCase() {
    assertThat(CallError.CANCELLED.text()).isEqualTo("cancelled");
  }

  private static <T extends Throwable> T caused(T thrown, Throwable cause) {
    thrown.initCause(cause);
    return thrown;
  }
}
