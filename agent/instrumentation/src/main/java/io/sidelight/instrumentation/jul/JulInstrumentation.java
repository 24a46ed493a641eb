package io.sidelight.instrumentation.jul;

import io.sidelight.instrumentation.slf4j.Builders;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  private static final String JUL = "java.util.logging.";
  private static final String ADVICE = "io.sidelight.instrumentation.jul.";
  private static final String RECORD = "(Ljava/util/logging/LogRecord;)";
  private static final String FORMAT = RECORD + "Ljava/lang/String;";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public String id() {
    return "java.util.logging";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> joinPoints = new ArrayList<>(SupplierMethods.withLevel(JUL + "Logger"));
    joinPoints.addAll(Builders.joinPoints());
    addBridges(joinPoints);
    Collections.addAll(
        joinPoints,
        JoinPoint.of(JUL + "Logger", "log", RECORD + "V", ADVICE + "JulLoggerAdvice$LogAdvice"),
        JoinPoint.of(
            JUL + "Logger",
            "isLoggable",
            "(Ljava/util/logging/Level;)Z",
            ADVICE + "JulLoggerAdvice$LoggerLevelAdvice"),
        JoinPoint.of(
            JUL + "Handler",
            "isLoggable",
            RECORD + "Z",
            ADVICE + "JulLoggerAdvice$HandlerLevelAdvice"),
        JoinPoint.of(
                JUL + "SimpleFormatter", "format", FORMAT, ADVICE + "JulFormatAdvice$FormatAdvice")
            .thatMasks(),
        JoinPoint.of(
                "org.springframework.boot.logging.java.SimpleFormatter",
                "format",
                FORMAT,
                ADVICE + "JulFormatAdvice$FormatAdvice")
            .thatMasks(),
        JoinPoint.of(
                "org.apache.juli.OneLineFormatter",
                "format",
                FORMAT,
                ADVICE + "JulFormatAdvice$OneLineAdvice")
            .thatMasks(),
        // In SLF4J 1.7 it is a class file of Java 5, which can't call advice.
        JoinPoint.optional(
            "org.slf4j.helpers.BasicMDCAdapter",
            "get",
            "(Ljava/lang/String;)Ljava/lang/String;",
            ADVICE + "JulLoggerAdvice$ContextGetAdvice"));
    return joinPoints;
  }

  /**
   * Bridges that override methods of {@code System.Logger}. Read in {@code
   * slf4j-jdk-platform-logging} 2.0.17 and {@code log4j-jpl} 2.25.5.
   */
  private static void addBridges(List<JoinPoint> joinPoints) {
    joinPoints.addAll(
        SystemLoggerInstrumentation.suppliers("org.apache.logging.log4j.jpl.Log4jSystemLogger"));
    joinPoints.add(
        JoinPoint.optional(
            "org.slf4j.jdk.platform.logging.SLF4JPlatformLogger",
            "log",
            "(Ljava/lang/System$Logger$Level;Ljava/util/ResourceBundle;Ljava/lang/String;"
                + "[Ljava/lang/Object;)V",
            SystemLoggerInstrumentation.ADVICE + "OfArguments"));
  }
}
