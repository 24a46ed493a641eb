package io.sidelight.instrumentation.log4j;

import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.Set;

/**
 * Join points read in log4j-core and log4j-api 2.12.0, 2.17.2, 2.20.0, 2.24.3, 2.25.5 and 2.26.1.
 *
 * <p>The three injectors are the ones that Log4j chooses among by the kind of its {@code
 * ThreadContext}; all events get their context data from one, whichever logger, factory or buffer
 * makes them. A pattern layout makes bytes by way of {@code toText} and everything else by way of
 * {@code toSerializable}; its {@code serialize} only makes a part of a GELF message and is left
 * alone, and so are headers and footers, which come from the serializers directly.
 */
public final class Log4jInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "log4j";
  public static final String SWITCH_HELP = "Whether Log4j 2 is instrumented.";

  private static final String CORE = "org.apache.logging.log4j.core.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("org.apache.logging.");
  }

  /** Those of what a pattern consists of. */
  @Override
  public Set<String> opens() {
    return Set.of(CORE + "layout", CORE + "pattern");
  }
}
