package io.sidelight.instrumentation.jul;

import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.JoinPointLabel;
import io.sidelight.weaver.Presence;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Before methods of a logger that run a supplier; one class for each place among the arguments. */
final class SupplierAdvice {

  private SupplierAdvice() {}

  private static @Nullable Supplier<String> instead(Logger logger, @Nullable Level level) {
    return level != null && Verbosity.isOnlyKept(() -> logger.isLoggable(level))
        ? Verbosity.notEvaluated()
        : null;
  }

  /** A level is the name of the join point. */
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "config",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS,
      label = "CONFIG")
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "fine",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS,
      label = "FINE")
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "info",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS,
      label = "INFO")
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "severe",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS,
      label = "SEVERE")
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "warning",
      descriptor = "(Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS,
      label = "WARNING")
  static final class First {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(0))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger, @JoinPointLabel String level) {
      return Verbosity.isActive() ? instead(logger, Level.parse(level)) : null;
    }
  }

  /** After the level. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "log",
      descriptor = "(Ljava/util/logging/Level;Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "log",
      descriptor = "(Ljava/util/logging/Level;Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class Second {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(1))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger, @Advice.Argument(0) @Nullable Level level) {
      return instead(logger, level);
    }
  }

  /** After level and throwable. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "log",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/Throwable;Ljava/util/function/Supplier;" + ")V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "log",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/Throwable;Ljava/util/function/Supplier;" + ")V",
      in = Presence.SOME_VERSIONS)
  static final class Third {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(2))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger, @Advice.Argument(0) @Nullable Level level) {
      return instead(logger, level);
    }
  }

  /** After level, class and method. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "logp",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "logp",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class Fourth {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(3))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger, @Advice.Argument(0) @Nullable Level level) {
      return instead(logger, level);
    }
  }

  /** After level, class, method and throwable. */
  @AdviceOn(
      instrumentation = "java.util.logging",
      type = "java.util.logging.Logger",
      method = "logp",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/lang/Throwable;Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  @AdviceOn(
      instrumentation = "jboss-logmanager",
      type = "org.jboss.logmanager.Logger",
      method = "logp",
      descriptor =
          "(Ljava/util/logging/Level;Ljava/lang/String;Ljava/lang/String;"
              + "Ljava/lang/Throwable;Ljava/util/function/Supplier;)V",
      in = Presence.SOME_VERSIONS)
  static final class Fifth {

    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(4))
    static @Nullable Supplier<String> replace(
        @Advice.This Logger logger, @Advice.Argument(0) @Nullable Level level) {
      return instead(logger, level);
    }
  }
}
