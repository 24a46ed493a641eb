package io.sidelight.instrumentation.apachehttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/**
 * HttpClient 5, the clients that block and those that don't. Join points read in 5.0, 5.5, 5.6.4
 * and, as class files, 5.6.5, with HttpCore 5.0, 5.3.4 and 5.4.4.
 */
public final class ApacheHttp5Instrumentation implements LibraryInstrumentation {

  @Override
  public String name() {
    return ApacheHttp4Instrumentation.SWITCH;
  }

  @Override
  public String id() {
    return "apache-http-5";
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.hc.");
    names.failures(CallError.TIMEOUT, "org.apache.hc.core5.http.ConnectionRequestTimeoutException");
    names.failures(
        CallError.CANCELLED, "org.apache.hc.client5.http.impl.classic.RequestFailedException");
    names.failures(
        CallError.RESET,
        "org.apache.hc.core5.http.NoHttpResponseException",
        "org.apache.hc.core5.http.ConnectionClosedException",
        "org.apache.hc.core5.http.StreamClosedException",
        "org.apache.hc.core5.http.HttpStreamResetException",
        "org.apache.hc.core5.http.TruncatedChunkException");
    names.failures(
        CallError.PROTOCOL,
        "org.apache.hc.core5.http.MessageConstraintException",
        "org.apache.hc.core5.http.MalformedChunkCodingException",
        "org.apache.hc.core5.http2.H2ConnectionException",
        "org.apache.hc.core5.http2.H2CorruptFrameException",
        "org.apache.hc.core5.http2.impl.nio.ProtocolNegotiationException",
        "org.apache.hc.client5.http.UnsupportedSchemeException",
        "org.apache.hc.client5.http.ClientProtocolException",
        "org.apache.hc.core5.http.HttpException");
  }
}
