package io.sidelight.instrumentation.jettyclient;

import io.sidelight.library.CallError;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/** Join points read in Jetty 12.0.0, 12.0.15 and 12.0.36, and in the class files of 12.1.14. */
public final class JettyClientInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jetty-client";
  public static final String SWITCH_HELP = "Whether the HTTP client of Jetty 12 is instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.failures(
        CallError.PROTOCOL,
        "org.eclipse.jetty.client.HttpResponseException",
        "org.eclipse.jetty.http.HttpException$RuntimeException");
  }
}
