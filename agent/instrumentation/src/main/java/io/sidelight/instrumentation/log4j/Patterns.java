package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.ByIdentity;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.Callers;
import io.sidelight.log.LineFolding;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.layout.AbstractStringLayout;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.core.layout.PatternSelector;
import org.apache.logging.log4j.core.pattern.LogEventPatternConverter;
import org.apache.logging.log4j.core.pattern.PatternFormatter;
import org.apache.logging.log4j.core.pattern.RegexReplacement;
import org.apache.logging.log4j.core.pattern.RegexReplacementConverter;
import org.jspecify.annotations.Nullable;

/**
 * Which patterns make whole lines of data that nothing hides, so that JSON can take their place.
 * Classes that are not known may hide anything. Found out once for each layout, which never
 * changes.
 */
final class Patterns {

  private static final String LOG4J = "org.apache.logging.log4j.";

  /** What comes with Log4j, Spring Boot and SkyWalking. */
  private static final String[] KNOWN = {
    LOG4J,
    "org.springframework.boot.logging.log4j2.",
    "org.apache.skywalking.apm.toolkit.log.log4j."
  };

  /** {@code %equals} and {@code %equalsIgnoreCase}, which put one text in place of another. */
  private static final String EQUALS = LOG4J + "core.pattern.Equals";

  /** Of patterns inside patterns. */
  private static final int DEPTH = 20;

  private static final ByIdentity<PatternLayout, Boolean> REPLACED = new ByIdentity<>();

  private Patterns() {}

  /** Whether JSON takes the place of what a layout has made of an event. */
  static boolean isReplaced(PatternLayout layout, ApplicationLog log) {
    Boolean replaced = REPLACED.get(layout);
    if (replaced == null) {
      replaced = isLine(layout) && judge(layout, log);
      REPLACED.put(layout, replaced);
    }
    return replaced;
  }

  /**
   * A pattern that ends no line makes a part of something: a column of a table, say. {@code %n} is
   * told from the conversions that begin like it, such as {@code %nano}.
   */
  private static boolean isLine(PatternLayout layout) {
    String pattern = layout.getConversionPattern();
    if (pattern == null || pattern.indexOf('\n') >= 0 || pattern.contains("\\n")) {
      return true; // null for the default
    }
    for (int at = pattern.indexOf("%n"); at >= 0; at = pattern.indexOf("%n", at + 2)) {
      if (at + 2 == pattern.length() || !Character.isLetter(pattern.charAt(at + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean judge(PatternLayout layout, ApplicationLog log) {
    Callers callers = new Callers(PatternLayout.class, Appender.class, Layout.class);
    if (callers.layoutAbove(null) != null) {
      return false;
    }
    String reason;
    try {
      reason = reasonInFields(layout, PatternLayout.class, DEPTH);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      reason = "the pattern can't be examined";
    }
    if (reason != null) {
      log.leave(place(layout), reason);
    }
    return reason == null;
  }

  /** What may hide data, null for nothing. Releases name the fields differently. */
  private static @Nullable String reason(@Nullable Object part, int depth)
      throws ReflectiveOperationException {
    if (part == null || depth == 0) {
      return null;
    }
    if (part instanceof Iterable) {
      return reasonInAll((Iterable<?>) part, depth);
    }
    if (part instanceof Map) {
      return reasonInAll(((Map<?, ?>) part).values(), depth);
    }
    if (part instanceof Object[]) {
      for (int i = 0; i < Array.getLength(part); i++) {
        String inside = reason(Array.get(part, i), depth - 1);
        if (inside != null) {
          return inside;
        }
      }
      return null;
    }
    if (part instanceof PatternFormatter) {
      return reason(((PatternFormatter) part).getConverter(), depth - 1);
    }
    return isPart(part) ? reasonOfPart(part, depth) : null;
  }

  private static @Nullable String reasonInAll(Iterable<?> parts, int depth)
      throws ReflectiveOperationException {
    for (Object part : parts) {
      String inside = reason(part, depth - 1);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private static boolean isPart(Object part) {
    return part instanceof LogEventPatternConverter
        || part instanceof PatternSelector
        || part instanceof RegexReplacement
        || part instanceof AbstractStringLayout.Serializer;
  }

  private static @Nullable String reasonOfPart(Object part, int depth)
      throws ReflectiveOperationException {
    String name = part.getClass().getName();
    if (!isKnown(name)) {
      return "the pattern uses the "
          + (part instanceof PatternSelector ? "selector " : "converter ")
          + name;
    }
    if (name.startsWith(EQUALS)) {
      return "the pattern has an %equals";
    }
    if (part instanceof RegexReplacement || part instanceof RegexReplacementConverter) {
      Field field = part.getClass().getDeclaredField("pattern");
      field.setAccessible(true);
      if (!LineFolding.matches(((Pattern) field.get(part)).pattern())) {
        return "the pattern has a replacement by a regular expression";
      }
    }
    for (Class<?> type = part.getClass(); type != Object.class; type = type.getSuperclass()) {
      String inside = reasonInFields(part, type, depth);
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private static boolean isKnown(String className) {
    for (String known : KNOWN) {
      if (className.startsWith(known)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String reasonInFields(Object part, Class<?> type, int depth)
      throws ReflectiveOperationException {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        field.setAccessible(true);
        String inside = reason(field.get(part), depth - 1);
        if (inside != null) {
          return inside;
        }
      }
    }
    return null;
  }

  private static String place(PatternLayout layout) {
    Configuration configuration = layout.getConfiguration();
    if (configuration != null) {
      for (Appender appender : configuration.getAppenders().values()) {
        Layout<? extends Serializable> of = appender.getLayout();
        if (of == layout) {
          return "the appender \"" + appender.getName() + '"';
        }
      }
    }
    return "an appender with the pattern \"" + layout.getConversionPattern() + '"';
  }
}
