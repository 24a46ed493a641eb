package io.sidelight.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.instrumentation.apachehttp.ApacheHttp4Instrumentation;
import io.sidelight.instrumentation.apachehttp.ApacheHttp5Instrumentation;
import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpStreamResetException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.apache.http.client.NonRepeatableRequestException;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.impl.execchain.RequestAbortedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the HTTP clients of Apache throw, as they throw it. */
class ApacheCallErrorTest {

  @BeforeAll
  static void describe() {
    LibraryNames.describedBy(
        names -> {
          new ApacheHttp4Instrumentation().describe(names);
          new ApacheHttp5Instrumentation().describe(names);
        });
  }

  @ParameterizedTest
  @MethodSource
  void thrown_byVersion4_isOfItsCategory(Throwable thrown, CallError category) {
    assertThat(CallErrors.of(thrown)).isEqualTo(category);
  }

  static Stream<Arguments> thrown_byVersion4_isOfItsCategory() {
    return Stream.of(
        Arguments.of(new org.apache.http.NoHttpResponseException("x:1"), CallError.RESET),
        Arguments.of(new org.apache.http.ConnectionClosedException("x"), CallError.RESET),
        Arguments.of(new org.apache.http.TruncatedChunkException("x"), CallError.RESET),
        Arguments.of(new org.apache.http.MalformedChunkCodingException("x"), CallError.PROTOCOL),
        Arguments.of(new org.apache.http.MessageConstraintException("x"), CallError.PROTOCOL),
        Arguments.of(new org.apache.http.conn.UnsupportedSchemeException("x"), CallError.PROTOCOL),
        Arguments.of(
            new org.apache.http.client.ClientProtocolException(
                new org.apache.http.HttpException("x")),
            CallError.PROTOCOL),
        Arguments.of(
            new NonRepeatableRequestException(
                "x", new org.apache.http.NoHttpResponseException("x:1")),
            CallError.RESET),
        Arguments.of(new org.apache.http.conn.ConnectTimeoutException("x"), CallError.TIMEOUT),
        Arguments.of(new ConnectionPoolTimeoutException("x"), CallError.TIMEOUT),
        Arguments.of(
            new ConnectException("Timeout connecting to [x/1.2.3.4:5]"), CallError.TIMEOUT),
        Arguments.of(new RequestAbortedException("Request aborted"), CallError.CANCELLED));
  }

  @ParameterizedTest
  @MethodSource
  void thrown_byVersion5_isOfItsCategory(Throwable thrown, CallError category) {
    assertThat(CallErrors.of(thrown)).isEqualTo(category);
    assertThat(CallErrors.of(new ExecutionException(thrown))).isEqualTo(category);
  }

  static Stream<Arguments> thrown_byVersion5_isOfItsCategory() {
    return Stream.of(
        Arguments.of(new org.apache.hc.core5.http.NoHttpResponseException("x:1"), CallError.RESET),
        Arguments.of(new org.apache.hc.core5.http.ConnectionClosedException(), CallError.RESET),
        Arguments.of(new org.apache.hc.core5.http.TruncatedChunkException("x"), CallError.RESET),
        Arguments.of(new HttpStreamResetException("x"), CallError.RESET),
        Arguments.of(new H2StreamResetException(H2Error.CANCEL, "x"), CallError.RESET),
        Arguments.of(new H2ConnectionException(H2Error.PROTOCOL_ERROR, "x"), CallError.PROTOCOL),
        Arguments.of(
            new org.apache.hc.core5.http.MalformedChunkCodingException("x"), CallError.PROTOCOL),
        Arguments.of(
            new org.apache.hc.core5.http.MessageConstraintException("x"), CallError.PROTOCOL),
        Arguments.of(
            new org.apache.hc.client5.http.UnsupportedSchemeException("x"), CallError.PROTOCOL),
        Arguments.of(
            new org.apache.hc.client5.http.ClientProtocolException(
                new org.apache.hc.core5.http.HttpException("x")),
            CallError.PROTOCOL),
        Arguments.of(
            new org.apache.hc.client5.http.ConnectTimeoutException("x"), CallError.TIMEOUT),
        Arguments.of(new ConnectionRequestTimeoutException("x"), CallError.TIMEOUT),
        Arguments.of(
            new org.apache.hc.client5.http.HttpHostConnectException("x"), CallError.CONNECT),
        Arguments.of(new RequestFailedException("Request aborted"), CallError.CANCELLED),
        Arguments.of(
            new RequestFailedException("x", new SSLHandshakeException("x")), CallError.TLS),
        Arguments.of(new InterruptedIOException(), CallError.CANCELLED),
        Arguments.of(new IOException("x"), CallError.IO));
  }
}
