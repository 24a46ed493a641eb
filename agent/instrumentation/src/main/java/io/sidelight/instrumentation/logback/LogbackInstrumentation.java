package io.sidelight.instrumentation.logback;

import io.sidelight.instrumentation.slf4j.Builders;
import io.sidelight.library.LibraryNames;
import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private static final String LOGGER = CLASSIC + "Logger";
  private static final String EVENT = CLASSIC + "spi.LoggingEvent";
  private static final String CONTEXT = CLASSIC + "LoggerContext";

  private static final String MARKER = "Lorg/slf4j/Marker;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String LEVEL = "Lch/qos/logback/classic/Level;";
  private static final String REPLY = "Lch/qos/logback/core/spi/FilterReply;";
  private static final String LINE =
      "(" + MARKER + "Lch/qos/logback/classic/Logger;" + LEVEL + "Ljava/lang/String;";
  private static final String THROWN = "Ljava/lang/Throwable;)" + REPLY;

  private static final String ADVICE = "io.sidelight.instrumentation.logback.";

  @Override
  public String name() {
    return SWITCH;
  }

  @Override
  public void describe(LibraryNames names) {
    names.infrastructure("ch.qos.logback.");
  }

  @Override
  public List<JoinPoint> joinPoints() {
    List<JoinPoint> joinPoints = new ArrayList<>(Builders.joinPoints());
    Collections.addAll(
        joinPoints,
        JoinPoint.of(
            LOGGER,
            "callAppenders",
            "(Lch/qos/logback/classic/spi/ILoggingEvent;)V",
            ADVICE + "LogbackLineAdvice$CallAppendersAdvice"),
        JoinPoint.of(
            EVENT,
            "getMDCPropertyMap",
            "()Ljava/util/Map;",
            ADVICE + "LogbackContextAdvice$ContextReadAdvice"),
        JoinPoint.of(
            EVENT,
            "setMDCPropertyMap",
            "(Ljava/util/Map;)V",
            ADVICE + "LogbackContextAdvice$ContextSetAdvice"),
        JoinPoint.of(
                CORE + "encoder.LayoutWrappingEncoder",
                "encode",
                "(" + OBJECT + ")[B",
                ADVICE + "LogbackLineAdvice$EncodeAdvice")
            .thatMasks(),
        adapter("LogbackMDCAdapter"),
        adapter("LogbackMDCAdapterSimple"),
        JoinPoint.of(
            LOGGER,
            "callTurboFilters",
            "(" + MARKER + LEVEL + ")" + REPLY,
            ADVICE + "LogbackLineAdvice$QuestionAdvice"),
        JoinPoint.of(
            CONTEXT,
            "getTurboFilterChainDecision_0_3OrMore",
            LINE + "[" + OBJECT + THROWN,
            ADVICE + "LogbackLineAdvice$LineAdvice"),
        JoinPoint.of(
            CONTEXT,
            "getTurboFilterChainDecision_1",
            LINE + OBJECT + THROWN,
            ADVICE + "LogbackLineAdvice$LineOfOneAdvice"),
        JoinPoint.of(
            CONTEXT,
            "getTurboFilterChainDecision_2",
            LINE + OBJECT + OBJECT + THROWN,
            ADVICE + "LogbackLineAdvice$LineOfTwoAdvice"),
        JoinPoint.of(
            LOGGER,
            "log",
            "(Lorg/slf4j/event/LoggingEvent;)V",
            ADVICE + "LogbackLineAdvice$FluentLogAdvice"),
        JoinPoint.of(
            CORE + "spi.FilterAttachableImpl",
            "getFilterChainDecision",
            "(" + OBJECT + ")" + REPLY,
            ADVICE + "LogbackLineAdvice$FilterAdvice"));
    return joinPoints;
  }

  /**
   * Those of events, whose context is set past their methods, and of what a pattern consists of.
   */
  @Override
  public Set<String> opens() {
    return Set.of(CLASSIC + "spi", CORE + "pattern");
  }

  private static JoinPoint adapter(String className) {
    return JoinPoint.of(
        CLASSIC + "util." + className,
        "get",
        "(Ljava/lang/String;)Ljava/lang/String;",
        ADVICE + "LogbackContextAdvice$ContextGetAdvice");
  }
}
