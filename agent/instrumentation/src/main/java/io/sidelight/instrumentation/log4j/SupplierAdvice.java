package io.sidelight.instrumentation.log4j;

import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Before methods of the builders of Log4j and of its binding for SLF4J 2 that run a supplier. They
 * do so before they ask about the line.
 */
final class SupplierAdvice {

  private SupplierAdvice() {}

  private static boolean isOnlyKept(Logger logger, @Nullable Level level) {
    return level != null && Verbosity.isOnlyKept(() -> logger.isEnabled(level));
  }

  /** A supplier of the JDK is the only argument. */
  @AdviceOn(
      type = "org.apache.logging.slf4j.Log4jEventBuilder",
      method = {"addArgument", "setMessage"},
      descriptor = "(Ljava/util/function/Supplier;)Lorg/slf4j/spi/LoggingEventBuilder;",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "org.apache.logging.slf4j.Log4jEventBuilder",
      method = "log",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class First {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Supplier<String> replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("level") @Nullable Level level) {
      return isOnlyKept(logger, level) ? Verbosity.notEvaluated() : null;
    }
  }

  /** A key comes before the supplier of the JDK. */
  @AdviceOn(
      type = "org.apache.logging.slf4j.Log4jEventBuilder",
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
        @Advice.FieldValue("level") @Nullable Level level) {
      return isOnlyKept(logger, level) ? Verbosity.notEvaluated() : null;
    }
  }

  /** A supplier of a message. */
  // Builders came with 2.13, those for SLF4J 2 with 2.19.
  @AdviceOn(
      type = "org.apache.logging.log4j.internal.DefaultLogBuilder",
      method = "log",
      descriptor = "(Lorg/apache/logging/log4j/util/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      type = "org.apache.logging.log4j.internal.DefaultLogBuilder",
      method = "logAndGet",
      descriptor =
          "(Lorg/apache/logging/log4j/util/Supplier;)"
              + "Lorg/apache/logging/log4j/message/Message;",
      in = Presence.SOME_VERSIONS)
  static final class OfMessage {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static org.apache.logging.log4j.util.@Nullable Supplier<Object> replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("level") @Nullable Level level) {
      return isOnlyKept(logger, level) ? Messages::notEvaluated : null;
    }
  }

  /** Suppliers of arguments behind a text. */
  @AdviceOn(
      type = "org.apache.logging.log4j.internal.DefaultLogBuilder",
      method = "log",
      descriptor = "(Ljava/lang/String;[Lorg/apache/logging/log4j/util/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class OfArguments {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    @Advice.AssignReturned.AsScalar
    static org.apache.logging.log4j.util.Supplier<?> @Nullable [] replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("level") @Nullable Level level,
        @Advice.Argument(1) org.apache.logging.log4j.util.Supplier<?> @Nullable [] suppliers) {
      if (suppliers == null || !isOnlyKept(logger, level)) {
        return null;
      }
      org.apache.logging.log4j.util.Supplier<?>[] instead = suppliers.clone();
      for (int i = 0; i < instead.length; i++) {
        instead[i] = () -> Verbosity.NOT_EVALUATED;
      }
      return instead;
    }
  }

  /** No supplier but the value of a key, of which the builder makes a text. */
  @AdviceOn(
      type = "org.apache.logging.slf4j.Log4jEventBuilder",
      method = "addKeyValue",
      descriptor = "(Ljava/lang/String;Ljava/lang/Object;)Lorg/slf4j/spi/LoggingEventBuilder;",
      in = Presence.SOME_VERSIONS)
  static final class Value {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Object replace(
        @Advice.FieldValue("logger") Logger logger,
        @Advice.FieldValue("level") @Nullable Level level,
        @Advice.Argument(1) @Nullable Object value) {
      return level != null && Verbosity.isActive()
          ? Verbosity.valueOfKept(value, () -> logger.isEnabled(level))
          : null;
    }
  }
}
