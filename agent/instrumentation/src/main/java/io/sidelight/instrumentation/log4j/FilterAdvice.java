package io.sidelight.instrumentation.log4j;

import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.Logger;
import org.jspecify.annotations.Nullable;

/**
 * After {@code filter} of a logger, which decides whether a line is written and answers {@code
 * isDebugEnabled} and its like. One class for each shape of a message, as the method has them.
 */
final class FilterAdvice {

  private FilterAdvice() {}

  /** A text without arguments; null for {@code isDebugEnabled()}. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;)Z")
  static final class Text {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Return boolean enabled) {
      if (!Verbosity.isActive()) {
        return null;
      }
      Decision decision = new Decision(logger, level, marker, enabled);
      return text == null ? decision.onQuestion() : decision.onText(text);
    }
  }

  /** Anything with a throwable; null for {@code isEnabled(level)}. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor = {
        "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
            + "Ljava/lang/CharSequence;Ljava/lang/Throwable;)Z",
        "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
            + "Ljava/lang/Object;Ljava/lang/Throwable;)Z",
        "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
            + "Ljava/lang/String;Ljava/lang/Throwable;)Z",
        "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
            + "Lorg/apache/logging/log4j/message/Message;Ljava/lang/Throwable;)Z"
      })
  static final class Thrown {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable Object message,
        @Advice.Argument(3) @Nullable Throwable thrown,
        @Advice.Return boolean enabled) {
      if (!Verbosity.isActive()) {
        return null;
      }
      Decision decision = new Decision(logger, level, marker, enabled);
      return message == null ? decision.onOnlyQuestion() : decision.onLine(message, thrown);
    }
  }

  /** A text with any number of arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;[Ljava/lang/Object;)Z")
  static final class Any {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) Object @Nullable [] arguments,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, arguments)
          : null;
    }
  }

  /** A text with one argument. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;)Z")
  static final class One {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, new Object[] {p0})
          : null;
    }
  }

  /** A text with two arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Two {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1)
          : null;
    }
  }

  /** A text with three arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Three {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1, p2)
          : null;
    }
  }

  /** A text with four arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;)Z")
  static final class Four {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1, p2, p3)
          : null;
    }
  }

  /** A text with five arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Five {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1, p2, p3, p4)
          : null;
    }
  }

  /** A text with six arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Six {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Argument(8) @Nullable Object p5,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1, p2, p3, p4, p5)
          : null;
    }
  }

  /** A text with seven arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Seven {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Argument(8) @Nullable Object p5,
        @Advice.Argument(9) @Nullable Object p6,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled).onText(text, p0, p1, p2, p3, p4, p5, p6)
          : null;
    }
  }

  /** A text with eight arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;)Z")
  static final class Eight {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Argument(8) @Nullable Object p5,
        @Advice.Argument(9) @Nullable Object p6,
        @Advice.Argument(10) @Nullable Object p7,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled)
              .onText(text, p0, p1, p2, p3, p4, p5, p6, p7)
          : null;
    }
  }

  /** A text with nine arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Nine {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Argument(8) @Nullable Object p5,
        @Advice.Argument(9) @Nullable Object p6,
        @Advice.Argument(10) @Nullable Object p7,
        @Advice.Argument(11) @Nullable Object p8,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled)
              .onText(text, p0, p1, p2, p3, p4, p5, p6, p7, p8)
          : null;
    }
  }

  /** A text with ten arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.Logger$PrivateConfig",
      method = "filter",
      descriptor =
          "(Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/Marker;"
              + "Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Z")
  static final class Ten {

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable Boolean exit(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.Argument(0) @Nullable Level level,
        @Advice.Argument(1) @Nullable Marker marker,
        @Advice.Argument(2) @Nullable String text,
        @Advice.Argument(3) @Nullable Object p0,
        @Advice.Argument(4) @Nullable Object p1,
        @Advice.Argument(5) @Nullable Object p2,
        @Advice.Argument(6) @Nullable Object p3,
        @Advice.Argument(7) @Nullable Object p4,
        @Advice.Argument(8) @Nullable Object p5,
        @Advice.Argument(9) @Nullable Object p6,
        @Advice.Argument(10) @Nullable Object p7,
        @Advice.Argument(11) @Nullable Object p8,
        @Advice.Argument(12) @Nullable Object p9,
        @Advice.Return boolean enabled) {
      return Verbosity.isActive()
          ? new Decision(logger, level, marker, enabled)
              .onText(text, p0, p1, p2, p3, p4, p5, p6, p7, p8, p9)
          : null;
    }
  }
}
