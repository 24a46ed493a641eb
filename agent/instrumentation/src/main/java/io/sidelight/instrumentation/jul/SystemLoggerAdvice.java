package io.sidelight.instrumentation.jul;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import java.lang.System.Logger;
import java.util.function.Supplier;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/**
 * Before methods of {@code System.Logger} that run code of the application once they have asked
 * whether the level is enabled: those that the interface has itself, and one of SLF4J's bridge.
 */
final class SystemLoggerAdvice {

  private SystemLoggerAdvice() {}

  private static boolean isOnlyKept(Logger logger, Logger.@Nullable Level level) {
    return level != null && Verbosity.isOnlyKept(() -> logger.isLoggable(level));
  }

  /** A supplier. */
  // Log4jSystemLogger read in log4j-jpl 2.25.5.
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "org.apache.logging.log4j.jpl.Log4jSystemLogger",
      method = "log",
      descriptor = {
        "(Ljava/lang/System$Logger$Level;Ljava/util/function/Supplier;)V",
        "(Ljava/lang/System$Logger$Level;Ljava/util/function/Supplier;" + "Ljava/lang/Throwable;)V"
      },
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "system-logger",
      type = "java.lang.System$Logger",
      method = "log",
      descriptor = {
        "(Ljava/lang/System$Logger$Level;Ljava/util/function/Supplier;)V",
        "(Ljava/lang/System$Logger$Level;Ljava/util/function/Supplier;" + "Ljava/lang/Throwable;)V"
      },
      in = Presence.SOME_VERSIONS)
  static final class OfSupplier {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger,
        @Advice.Argument(0) Logger.@Nullable Level level,
        @Advice.Argument(1) @Nullable Supplier<String> supplier) {
      return supplier != null && isOnlyKept(logger, level) ? Verbosity.notEvaluated() : null;
    }
  }

  /** Any object. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "org.apache.logging.log4j.jpl.Log4jSystemLogger",
      method = "log",
      descriptor = "(Ljava/lang/System$Logger$Level;Ljava/lang/Object;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "system-logger",
      type = "java.lang.System$Logger",
      method = "log",
      descriptor = "(Ljava/lang/System$Logger$Level;Ljava/lang/Object;)V",
      in = Presence.SOME_VERSIONS)
  static final class OfObject {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Object replace(
        @Advice.This Logger logger,
        @Advice.Argument(0) Logger.@Nullable Level level,
        @Advice.Argument(1) @Nullable Object object) {
      return level != null && Verbosity.isActive()
          ? Verbosity.valueOfKept(object, () -> logger.isLoggable(level))
          : null;
    }
  }

  /** The arguments of a message. */
  // Overrides methods of System.Logger. Read in slf4j-jdk-platform-logging 2.0.17.
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "org.slf4j.jdk.platform.logging.SLF4JPlatformLogger",
      method = "log",
      descriptor =
          "(Ljava/lang/System$Logger$Level;Ljava/util/ResourceBundle;Ljava/lang/String;"
              + "[Ljava/lang/Object;)V",
      in = Presence.SOME_VERSIONS)
  static final class OfArguments {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(3))
    @Advice.AssignReturned.AsScalar
    static @Nullable Object @Nullable [] replace(
        @Advice.This Logger logger,
        @Advice.Argument(0) Logger.@Nullable Level level,
        @Advice.Argument(3) @Nullable Object @Nullable [] arguments) {
      if (arguments == null || !isOnlyKept(logger, level)) {
        return null;
      }
      @Nullable Object[] readable = arguments.clone();
      for (int i = 0; i < readable.length; i++) {
        readable[i] = readable(readable[i]);
      }
      return readable;
    }

    /** The same value if it has a text: a format may ask for a number or a date. */
    private static @Nullable Object readable(@Nullable Object value) {
      return value == null
              || GuardedCall.isPlain(value)
              || GuardedCall.orNull(value::toString) != null
          ? value
          : GuardedCall.text(value);
    }
  }
}
