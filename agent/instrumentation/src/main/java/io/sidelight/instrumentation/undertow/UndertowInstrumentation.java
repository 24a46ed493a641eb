package io.sidelight.instrumentation.undertow;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in Undertow 2.2.0, 2.2.40, 2.3.0, 2.3.23 (WildFly 39), 2.3.26 and 2.4.3 (core
 * only).
 */
public final class UndertowInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "undertow";
  public static final String SWITCH_HELP = "Whether Undertow is instrumented.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("io.undertow.", "org.xnio.", "org.jboss.threads.");
  }
}
