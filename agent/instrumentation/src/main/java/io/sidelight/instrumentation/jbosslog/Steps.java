package io.sidelight.instrumentation.jbosslog;

import java.util.logging.Formatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.FormatStep;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/** What a formatter with a pattern consists of. */
final class Steps {

  private static final String JBOSS = "org.jboss.logmanager.";

  private Steps() {}

  /** What may hide data, null for nothing. */
  static @Nullable String reason(Formatter formatter) {
    if (overrides(formatter)) {
      return "it overrides format";
    }
    for (FormatStep step : ((PatternFormatter) formatter).getSteps()) {
      String name = step.getClass().getName();
      if (!name.startsWith(JBOSS)) {
        return "it uses the step " + name;
      }
    }
    return null;
  }

  private static boolean overrides(Formatter formatter) {
    try {
      return !formatter
          .getClass()
          .getMethod("format", ExtLogRecord.class)
          .getDeclaringClass()
          .getName()
          .startsWith(JBOSS);
    } catch (NoSuchMethodException | RuntimeException | LinkageError unknown) {
      return true;
    }
  }
}
