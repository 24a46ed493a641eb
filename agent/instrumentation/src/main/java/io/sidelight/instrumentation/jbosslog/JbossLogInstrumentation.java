package io.sidelight.instrumentation.jbosslog;

import io.sidelight.instrumentation.jul.SupplierMethods;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Join points read in JBoss LogManager 2.1.0, 2.1.19, 3.0.6 and 3.2.1.
 *
 * <p>Its logger overrides what {@code java.util.logging.Logger} does. All its methods, and those of
 * JBoss Logging, end in {@code logRaw(ExtLogRecord)}, which asks the logger's filter by {@code
 * LoggerNode.isLoggable(ExtLogRecord)}: that is where a line is told from a mere question.
 */
public final class JbossLogInstrumentation implements LibraryInstrumentation {

  private static final String PACKAGE = "org.jboss.logmanager.";
  private static final String NODE = PACKAGE + "LoggerNode";
  private static final String RECORD = PACKAGE + "ExtLogRecord";
  private static final String ADVICE = "io.sidelight.instrumentation.jbosslog.";
  private static final String CONTEXT_GET =
      "io.sidelight.instrumentation.jul.JulLoggerAdvice$ContextGetAdvice";
  private static final String OF_RECORD = "(Lorg/jboss/logmanager/ExtLogRecord;)";
  private static final String OF_KEY = "(Ljava/lang/String;)";
  private static final String STRING = "Ljava/lang/String;";

  @Override
  public String name() {
    return "jul";
  }

  @Override
  public String id() {
    return "jboss-logmanager";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> joinPoints = new ArrayList<>(SupplierMethods.all(PACKAGE + "Logger"));
    Collections.addAll(
        joinPoints,
        JoinPoint.of(
            PACKAGE + "Logger",
            "logRaw",
            OF_RECORD + "V",
            ADVICE + "JbossLoggerAdvice$LogRawAdvice"),
        JoinPoint.of(
            NODE, "getEffectiveLevel", "()I", ADVICE + "JbossLoggerAdvice$EffectiveLevelAdvice"),
        JoinPoint.optional(
            NODE, "isLoggableLevel", "(I)Z", ADVICE + "JbossLoggerAdvice$NodeLevelAdvice"),
        JoinPoint.of(
            NODE, "isLoggable", OF_RECORD + "Z", ADVICE + "JbossLoggerAdvice$NodeRecordAdvice"),
        JoinPoint.of(
            RECORD, "getMdc", OF_KEY + STRING, ADVICE + "JbossRecordAdvice$RecordValueAdvice"),
        JoinPoint.of(
            RECORD,
            "getMdcCopy",
            "()Ljava/util/Map;",
            ADVICE + "JbossRecordAdvice$RecordContextAdvice"),
        JoinPoint.of(
            RECORD, "<init>", OF_RECORD + "V", ADVICE + "JbossRecordAdvice$RecordCopyAdvice"),
        JoinPoint.of(
            RECORD,
            "wrap",
            "(Ljava/util/logging/LogRecord;)Lorg/jboss/logmanager/ExtLogRecord;",
            ADVICE + "JbossRecordAdvice$RecordWrapAdvice"),
        JoinPoint.of(PACKAGE + "MDC", "get", OF_KEY + STRING, CONTEXT_GET),
        JoinPoint.of(PACKAGE + "MDC", "getObject", OF_KEY + "Ljava/lang/Object;", CONTEXT_GET),
        JoinPoint.of(
                PACKAGE + "formatters.MultistepFormatter",
                "format",
                OF_RECORD + STRING,
                ADVICE + "JbossRecordAdvice$PatternAdvice")
            .thatMasks());
    return joinPoints;
  }
}
