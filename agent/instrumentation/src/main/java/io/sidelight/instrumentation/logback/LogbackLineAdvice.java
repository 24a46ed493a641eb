package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.FilterReply;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import io.sidelight.log.Verbosity;
import io.sidelight.weaver.AdviceOn;
import java.nio.charset.Charset;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned.ToArguments.ToArgument;
import org.jspecify.annotations.Nullable;

/** Advice for the way of a line from the logger to its appenders. */
final class LogbackLineAdvice {

  private LogbackLineAdvice() {}

  /** After {@code Logger.callTurboFilters}, which only {@code is…Enabled} call. */
  @AdviceOn(
      type = "ch.qos.logback.classic.Logger",
      method = "callTurboFilters",
      descriptor =
          "(Lorg/slf4j/Marker;Lch/qos/logback/classic/Level;)"
              + "Lch/qos/logback/core/spi/FilterReply;")
  static final class QuestionAdvice {

    private QuestionAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable FilterReply exit(
        @Advice.This Logger logger,
        @Advice.Argument(1) Level level,
        @Advice.Return FilterReply reply) {
      return Verbosity.isActive() ? Decision.ofQuestion(logger, level, reply) : null;
    }
  }

  /** After {@code LoggerContext.getTurboFilterChainDecision_0_3OrMore}. */
  @AdviceOn(
      type = "ch.qos.logback.classic.LoggerContext",
      method = "getTurboFilterChainDecision_0_3OrMore",
      descriptor =
          "(Lorg/slf4j/Marker;Lch/qos/logback/classic/Logger;"
              + "Lch/qos/logback/classic/Level;Ljava/lang/String;[Ljava/lang/Object;"
              + "Ljava/lang/Throwable;)Lch/qos/logback/core/spi/FilterReply;")
  static final class LineAdvice {

    private LineAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable FilterReply exit(
        @Advice.Argument(1) Logger logger,
        @Advice.Argument(2) Level level,
        @Advice.Argument(3) @Nullable String message,
        @Advice.Argument(4) Object @Nullable [] arguments,
        @Advice.Argument(5) @Nullable Throwable thrown,
        @Advice.Return FilterReply reply) {
      return Verbosity.isActive()
          ? Decision.ofLine(logger, level, message, arguments, thrown, reply)
          : null;
    }
  }

  /** After {@code LoggerContext.getTurboFilterChainDecision_1}. */
  @AdviceOn(
      type = "ch.qos.logback.classic.LoggerContext",
      method = "getTurboFilterChainDecision_1",
      descriptor =
          "(Lorg/slf4j/Marker;Lch/qos/logback/classic/Logger;"
              + "Lch/qos/logback/classic/Level;Ljava/lang/String;Ljava/lang/Object;"
              + "Ljava/lang/Throwable;)Lch/qos/logback/core/spi/FilterReply;")
  static final class LineOfOneAdvice {

    private LineOfOneAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable FilterReply exit(
        @Advice.Argument(1) Logger logger,
        @Advice.Argument(2) Level level,
        @Advice.Argument(3) @Nullable String message,
        @Advice.Argument(4) @Nullable Object argument,
        @Advice.Argument(5) @Nullable Throwable thrown,
        @Advice.Return FilterReply reply) {
      return Verbosity.isActive()
          ? Decision.ofLine(logger, level, message, new Object[] {argument}, thrown, reply)
          : null;
    }
  }

  /** After {@code LoggerContext.getTurboFilterChainDecision_2}. */
  @AdviceOn(
      type = "ch.qos.logback.classic.LoggerContext",
      method = "getTurboFilterChainDecision_2",
      descriptor =
          "(Lorg/slf4j/Marker;Lch/qos/logback/classic/Logger;"
              + "Lch/qos/logback/classic/Level;Ljava/lang/String;Ljava/lang/Object;"
              + "Ljava/lang/Object;Ljava/lang/Throwable;)"
              + "Lch/qos/logback/core/spi/FilterReply;")
  static final class LineOfTwoAdvice {

    private LineOfTwoAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable FilterReply exit(
        @Advice.Argument(1) Logger logger,
        @Advice.Argument(2) Level level,
        @Advice.Argument(3) @Nullable String message,
        @Advice.Argument(4) @Nullable Object first,
        @Advice.Argument(5) @Nullable Object second,
        @Advice.Argument(6) @Nullable Throwable thrown,
        @Advice.Return FilterReply reply) {
      return Verbosity.isActive()
          ? Decision.ofLine(logger, level, message, new Object[] {first, second}, thrown, reply)
          : null;
    }
  }

  /**
   * Around {@code Logger.log} of an event of SLF4J 2: the one way to appenders on which Logback
   * does not look at the level again. With SLF4J 1.7 it does.
   */
  @AdviceOn(
      type = "ch.qos.logback.classic.Logger",
      method = "log",
      descriptor = "(Lorg/slf4j/event/LoggingEvent;)V")
  static final class FluentLogAdvice {

    /** Set while this thread logs a line that is kept, so that appenders refuse it. */
    private static final ThreadLocal<Boolean> KEPT = new ThreadLocal<>();

    private FluentLogAdvice() {}

    static boolean isKept() {
      return KEPT.get() != null;
    }

    /**
     * Returns whether the line is kept, and the event that replaces the argument: Logback would go
     * on with an exception whose methods may throw.
     */
    @Advice.OnMethodEnter
    @Advice.AssignReturned.ToArguments(@ToArgument(value = 0, index = 1))
    static @Nullable Object @Nullable [] enter(
        @Advice.This Logger logger, @Advice.Argument(0) org.slf4j.event.LoggingEvent event) {
      if (!Verbosity.isActive()) {
        return null;
      }
      boolean kept = Slf4j2.IS_PRESENT && Decision.isKept(logger, Slf4j2.level(event));
      if (!kept && !isKept()) {
        return null;
      }
      Object emptied = Slf4j2.emptied(logger, event);
      if (kept) {
        Verbosity.keep(() -> Slf4j2.line(logger, event));
        KEPT.set(true);
      }
      return new Object[] {kept, emptied};
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter @Nullable Object @Nullable [] entered) {
      if (entered != null && Boolean.TRUE.equals(entered[0])) {
        KEPT.remove();
      }
    }
  }

  /**
   * Before {@code Logger.callAppenders}, on the thread that logs. What isn't a {@code LoggingEvent}
   * comes from another process, and so for another request.
   */
  @AdviceOn(
      type = "ch.qos.logback.classic.Logger",
      method = "callAppenders",
      descriptor = "(Lch/qos/logback/classic/spi/ILoggingEvent;)V")
  static final class CallAppendersAdvice {

    private CallAppendersAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) @Nullable LoggingEvent event) {
      if (event == null) {
        return;
      }
      LoggedRequest request = ApplicationLog.get().request();
      if (request != null) {
        EventContext.attach(event, request);
      }
    }
  }

  /** After an appender's filters: no appender takes a line that is kept. */
  @AdviceOn(
      type = "ch.qos.logback.core.spi.FilterAttachableImpl",
      method = "getFilterChainDecision",
      descriptor = "(Ljava/lang/Object;)Lch/qos/logback/core/spi/FilterReply;")
  static final class FilterAdvice {

    private FilterAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable FilterReply exit() {
      return Verbosity.isActive() && LogbackLineAdvice.FluentLogAdvice.isKept()
          ? FilterReply.DENY
          : null;
    }
  }

  /** After {@code LayoutWrappingEncoder.encode}: the bytes of a line, for most appenders. */
  @AdviceOn(
      type = "ch.qos.logback.core.encoder.LayoutWrappingEncoder",
      method = "encode",
      descriptor = "(Ljava/lang/Object;)[B",
      masks = true)
  static final class EncodeAdvice {

    private EncodeAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    @Advice.AssignReturned.AsScalar
    static byte @Nullable [] exit(
        @Advice.This LayoutWrappingEncoder<?> encoder,
        @Advice.Argument(0) @Nullable Object event,
        @Advice.Return byte @Nullable [] rendered) {
      ApplicationLog log = ApplicationLog.get();
      boolean json = log.isJson();
      if (!(json || log.masks())
          || rendered == null
          || rendered.length == 0 // of a layout that is not started
          || !Classic.isPattern(encoder.getLayout())) {
        return null;
      }
      return MaskedLine.bytes(
          () ->
              json && Patterns.isReplaced(encoder, log)
                  ? Classic.json(event, log)
                  : masked(rendered, encoder.getCharset(), log),
          () -> Classic.withheld(event, log));
    }

    private static byte @Nullable [] masked(
        byte[] rendered, @Nullable Charset ofEncoder, ApplicationLog log) {
      Charset charset = ofEncoder == null ? Charset.defaultCharset() : ofEncoder;
      String text = new String(rendered, charset);
      String masked = log.masked(text);
      return masked.equals(text) ? null : masked.getBytes(charset);
    }
  }
}
