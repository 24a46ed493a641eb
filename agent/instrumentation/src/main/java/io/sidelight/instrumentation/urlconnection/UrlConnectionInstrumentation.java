package io.sidelight.instrumentation.urlconnection;

import io.sidelight.weaver.LibraryInstrumentation;
import java.util.Set;

/**
 * Join points read in JDK 17.0.15, 17.0.19 and 25. What the application has of an https connection
 * hands everything on to a delegate that extends the class for http.
 */
public final class UrlConnectionInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "url-connection";
  public static final String SWITCH_HELP = "Whether `HttpURLConnection` is instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }

  /** Where {@link MessageHeaders} looks. */
  @Override
  public Set<String> opens() {
    return Set.of("sun.net.www");
  }
}
