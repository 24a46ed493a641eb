package io.sidelight.instrumentation.logback;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.Set;

/**
 * Join points read in Logback 1.2.0, 1.2.13, 1.3.0, 1.3.16, 1.4.0, 1.4.14, 1.5.0, 1.5.38 and 1.6.0,
 * and in the class files of 1.6.6.
 */
public final class LogbackInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "logback";
  public static final String SWITCH_HELP = "Whether Logback is instrumented.";

  private static final String CLASSIC = "ch.qos.logback.classic.";
  private static final String CORE = "ch.qos.logback.core.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("ch.qos.logback.");
  }

  /**
   * Those of events, whose context is set past their methods, and of what a pattern consists of.
   */
  @Override
  public Set<String> opens() {
    return Set.of(CLASSIC + "spi", CORE + "pattern");
  }
}
