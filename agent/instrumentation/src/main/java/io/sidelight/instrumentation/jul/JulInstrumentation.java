package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.LibraryInstrumentation;

/**
 * Join points read in the JDK 17 and 25 (they are part of the API of 11, but for the field with the
 * format), JULI of Tomcat 8.5.0 and 11, Spring Boot 2.0, 2.7 and 4.1, and SLF4J 1.7.36 and 2.0.17
 * ({@code slf4j-jdk14} keeps SLF4J's context itself).
 *
 * <p>Every {@code Logger.log(...)} asks {@code isLoggable(Level)} and hands its record to {@code
 * log(LogRecord)}, which asks once more: that is where a line is told from a mere question.
 */
public final class JulInstrumentation implements LibraryInstrumentation {

  public static final String SWITCH = "jul";
  public static final String SWITCH_HELP =
      "Whether `java.util.logging` is instrumented, JBoss LogManager" + " included.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "java.util.logging";
  }
}
