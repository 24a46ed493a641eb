package io.sidelight.instrumentation.apachehttp;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.function.Predicate;

/**
 * HttpClient 4.4 and 4.5 and HttpAsyncClient 4.1. Join points read in HttpClient 4.4, 4.5 and
 * 4.5.14, HttpAsyncClient 4.1 and 4.1.5, HttpCore 4.4.1 and 4.4.16.
 */
public final class ApacheHttp4Instrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "apache-http";
  public static final String SWITCH_HELP = "Whether the HTTP clients of Apache are instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "apache-http-4";
  }

  /** Up to 4.3 it is class files of Java 5, which can't call advice. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test("org.apache.http.impl.execchain.HttpResponseProxy");
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.http.");
    names.failures(
        CallError.TIMEOUT,
        "org.apache.http.conn.ConnectTimeoutException",
        "org.apache.http.conn.ConnectionPoolTimeoutException");
    names.failures(CallError.CANCELLED, "org.apache.http.impl.execchain.RequestAbortedException");
    names.failures(
        CallError.RESET,
        "org.apache.http.NoHttpResponseException",
        "org.apache.http.ConnectionClosedException",
        "org.apache.http.TruncatedChunkException");
    names.failures(
        CallError.PROTOCOL,
        "org.apache.http.HttpException",
        "org.apache.http.ParseException",
        "org.apache.http.MessageConstraintException",
        "org.apache.http.MalformedChunkCodingException",
        "org.apache.http.conn.UnsupportedSchemeException",
        "org.apache.http.client.ClientProtocolException");
  }
}
