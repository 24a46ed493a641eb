package io.sidelight.instrumentation.slf4j;

import io.sidelight.weaver.JoinPoint;
import java.util.List;

/**
 * Join points read in SLF4J 2.0.0 and 2.0.17. All are optional: the builder belongs to no back end,
 * and SLF4J 1.7 has none.
 */
public final class Builders {

  private static final String BUILDER = "org.slf4j.spi.DefaultLoggingEventBuilder";
  private static final String SUPPLIER = "Ljava/util/function/Supplier;";
  private static final String THIS = "Lorg/slf4j/spi/LoggingEventBuilder;";
  private static final String ADVICE = "io.sidelight.instrumentation.slf4j.SupplierAdvice";

  private Builders() {}

  /** For the instrumentation of a back end whose loggers make such builders. */
  public static List<JoinPoint> joinPoints() {
    return List.of(
        JoinPoint.optional(BUILDER, "addArgument", "(" + SUPPLIER + ")" + THIS, ADVICE + "$First"),
        JoinPoint.optional(BUILDER, "setMessage", "(" + SUPPLIER + ")" + THIS, ADVICE + "$First"),
        JoinPoint.optional(BUILDER, "log", "(" + SUPPLIER + ")V", ADVICE + "$First"),
        JoinPoint.optional(
            BUILDER,
            "addKeyValue",
            "(Ljava/lang/String;" + SUPPLIER + ")" + THIS,
            ADVICE + "$Second"),
        JoinPoint.optional(
            BUILDER,
            "addKeyValue",
            "(Ljava/lang/String;Ljava/lang/Object;)" + THIS,
            ADVICE + "$Value"));
  }
}
