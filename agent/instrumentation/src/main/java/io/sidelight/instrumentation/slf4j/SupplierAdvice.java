package io.sidelight.instrumentation.slf4j;

import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.LoggingEvent;

/** Before methods of the builder that run a supplier. */
final class SupplierAdvice {

  private SupplierAdvice() {}

  private static @Nullable Supplier<String> instead(Logger logger, LoggingEvent event) {
    return Verbosity.isOnlyKept(() -> logger.isEnabledForLevel(event.getLevel()))
        ? Verbosity.notEvaluated()
        : null;
  }

  /** The supplier is the only argument. */
  // Read in SLF4J 2.0.0 and 2.0.17. The builder belongs to no back end, and SLF4J 1.7 has none.
  @AdviceOn(
      instrumentation = {"java.util.logging", "logback"},
      type = "org.slf4j.spi.DefaultLoggingEventBuilder",
      method = {"addArgument", "setMessage"},
      descriptor = "(Ljava/util/function/Supplier;)Lorg/slf4j/spi/LoggingEventBuilder;",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = {"java.util.logging", "logback"},
      type = "org.slf4j.spi.DefaultLoggingEventBuilder",
      method = "log",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class First {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Supplier<String> replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("loggingEvent") LoggingEvent event) {
      return instead(logger, event);
    }
  }

  /** A key comes before the supplier. */
  @AdviceOn(
      instrumentation = {"java.util.logging", "logback"},
      type = "org.slf4j.spi.DefaultLoggingEventBuilder",
      method = "addKeyValue",
      descriptor =
          "(Ljava/lang/String;Ljava/util/function/Supplier;)"
              + "Lorg/slf4j/spi/LoggingEventBuilder;",
      in = Presence.SOME_VERSIONS)
  static final class Second {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Supplier<String> replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("loggingEvent") LoggingEvent event) {
      return instead(logger, event);
    }
  }

  /** No supplier but the value of a key, which some back ends make a text of. */
  @AdviceOn(
      instrumentation = {"java.util.logging", "logback"},
      type = "org.slf4j.spi.DefaultLoggingEventBuilder",
      method = "addKeyValue",
      descriptor = "(Ljava/lang/String;Ljava/lang/Object;)Lorg/slf4j/spi/LoggingEventBuilder;",
      in = Presence.SOME_VERSIONS)
  static final class Value {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Object replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("loggingEvent") LoggingEvent event,
        @Advice.Argument(1) @Nullable Object value) {
      return Verbosity.isActive()
          ? Verbosity.valueOfKept(value, () -> logger.isEnabledForLevel(event.getLevel()))
          : null;
    }
  }
}
