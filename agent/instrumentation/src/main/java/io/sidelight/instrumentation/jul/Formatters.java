package io.sidelight.instrumentation.jul;

import io.sidelight.exchange.ByIdentity;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.Callers;
import java.util.function.Function;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which formatters make whole lines of data that nothing hides, so that JSON can take their place.
 * Classes that are not known may hide anything. Found out once for each formatter.
 */
public final class Formatters {

  private static final String JBOSS = "org.jboss.logmanager.";

  private static final ByIdentity<Formatter, Boolean> REPLACED = new ByIdentity<>();

  private Formatters() {}

  /**
   * Whether JSON takes the place of what a formatter is about to return.
   *
   * @param inside what inside a formatter may hide data, a clause; null for nothing
   */
  public static boolean isReplaced(
      Formatter formatter, Function<Formatter, @Nullable String> inside) {
    Boolean replaced = REPLACED.get(formatter);
    if (replaced == null) {
      replaced = judge(formatter, inside);
      REPLACED.put(formatter, replaced);
    }
    return replaced;
  }

  private static boolean judge(Formatter formatter, Function<Formatter, @Nullable String> inside) {
    String place = "the formatter " + formatter.getClass().getName();
    if (overrides(formatter)) {
      ApplicationLog.get().leave(place, "it overrides format");
      return false;
    }
    Callers callers = new Callers(formatter.getClass(), Handler.class, Formatter.class);
    Class<?> above = callers.layoutAbove(JBOSS);
    if (above != null) {
      ApplicationLog.get().leave(place, above.getName() + " goes on with its lines");
      return false;
    }
    String reason = inside.apply(formatter);
    if (reason != null) {
      ApplicationLog.get().leave(place, reason);
    }
    return reason == null;
  }

  /** Whether a class of the application's has the last word. */
  private static boolean overrides(Formatter formatter) {
    try {
      String last =
          formatter.getClass().getMethod("format", LogRecord.class).getDeclaringClass().getName();
      return !last.startsWith("java.util.logging.")
          && !last.startsWith("org.springframework.boot.logging.java.")
          && !last.startsWith("org.apache.juli.")
          && !last.startsWith(JBOSS);
    } catch (NoSuchMethodException | RuntimeException | LinkageError unknown) {
      return true;
    }
  }
}
