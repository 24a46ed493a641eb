package io.sidelight.instrumentation.jetty;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.function.Predicate;

/** Join points read in Jetty 9.4.0, 9.4.58, 10.0.0, 10.0.26, 11.0.0 and 11.0.26. */
public final class JettyInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jetty";
  public static final String SWITCH_HELP = "Whether Jetty is instrumented.";

  /** A class that came with Jetty 12, whose {@code HttpChannel} and {@code Server} are others. */
  private static final String JETTY_12 = "org.eclipse.jetty.server.internal.HttpChannelState";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public boolean isFor(Predicate<String> library) {
    return !library.test(JETTY_12);
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.eclipse.jetty.");
  }
}
