package io.sidelight.instrumentation.jbosslog;

import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in JBoss LogManager 2.1.0, 2.1.19, 3.0.6 and 3.2.1.
 *
 * <p>Its logger overrides what {@code java.util.logging.Logger} does. All its methods, and those of
 * JBoss Logging, end in {@code logRaw(ExtLogRecord)}, which asks the logger's filter by {@code
 * LoggerNode.isLoggable(ExtLogRecord)}: that is where a line is told from a mere question.
 */
public final class JbossLogInstrumentation implements LibraryInstrumentation {

  @Override
  public String name() {
    return "jul";
  }

  @Override
  public String id() {
    return "jboss-logmanager";
  }
}
