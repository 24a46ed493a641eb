package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.JoinPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods that take a supplier, which the JDK's logger has and JBoss's overrides since 3.0. */
public final class SupplierMethods {

  private static final String ADVICE = "io.sidelight.instrumentation.jul.SupplierAdvice$";
  private static final String LEVEL = "(Ljava/util/logging/Level;";
  private static final String STRING = "Ljava/lang/String;";
  private static final String THROWABLE = "Ljava/lang/Throwable;";
  private static final String SUPPLIER = "Ljava/util/function/Supplier;)V";

  private SupplierMethods() {}

  /** Those to which a level is given; in the JDK the others come down to them. */
  static List<JoinPoint> withLevel(String logger) {
    String source = LEVEL + STRING + STRING;
    return List.of(
        JoinPoint.optional(logger, "log", LEVEL + SUPPLIER, ADVICE + "Second"),
        JoinPoint.optional(logger, "log", LEVEL + THROWABLE + SUPPLIER, ADVICE + "Third"),
        JoinPoint.optional(logger, "logp", source + SUPPLIER, ADVICE + "Fourth"),
        JoinPoint.optional(logger, "logp", source + THROWABLE + SUPPLIER, ADVICE + "Fifth"));
  }

  /** All of them. */
  public static List<JoinPoint> all(String logger) {
    List<JoinPoint> all = new ArrayList<>(withLevel(logger));
    for (String level : new String[] {"SEVERE", "WARNING", "INFO", "CONFIG", "FINE"}) {
      String method = level.toLowerCase(Locale.ROOT);
      all.add(
          JoinPoint.optional(logger, method, "(" + SUPPLIER, ADVICE + "First").withLabel(level));
    }
    return all;
  }
}
