package io.sidelight.instrumentation.jetty12;

import io.sidelight.weaver.LibraryInstrumentation;
import java.util.function.Predicate;

/** Join points read in Jetty 12.0.0, 12.0.39 and 12.1.13. */
public final class Jetty12Instrumentation implements LibraryInstrumentation {

  private static final String CHANNEL = "org.eclipse.jetty.server.internal.HttpChannelState";

  @Override
  public String name() {
    return "jetty12";
  }

  /** Jetty 9 to 11 have a {@code Server} and a {@code Request} of the same names. */
  @Override
  public boolean isFor(Predicate<String> library) {
    return library.test(CHANNEL);
  }
}
