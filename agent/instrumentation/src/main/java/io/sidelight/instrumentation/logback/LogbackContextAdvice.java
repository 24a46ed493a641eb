package io.sidelight.instrumentation.logback;

import ch.qos.logback.classic.spi.LoggingEvent;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.RequestContext;
import io.sidelight.weaver.AdviceOn;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice for the context of events. */
final class LogbackContextAdvice {

  private LogbackContextAdvice() {}

  /** After {@code get} of the context's adapter, which is what {@code MDC.get} asks. */
  @AdviceOn(
      type = {
        "ch.qos.logback.classic.util.LogbackMDCAdapter",
        "ch.qos.logback.classic.util.LogbackMDCAdapterSimple"
      },
      method = "get",
      descriptor = "(Ljava/lang/String;)Ljava/lang/String;")
  static final class ContextGetAdvice {

    private ContextGetAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable String own) {
      return own == null ? ApplicationLog.get().contextValue(key) : null;
    }
  }

  /**
   * Before {@code LoggingEvent.getMDCPropertyMap}: on the first call, on whatever thread, Logback
   * takes the thread's context.
   */
  @AdviceOn(
      type = "ch.qos.logback.classic.spi.LoggingEvent",
      method = "getMDCPropertyMap",
      descriptor = "()Ljava/util/Map;")
  static final class ContextReadAdvice {

    private ContextReadAdvice() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("mdcPropertyMap") @Nullable Object context) {
      if (context instanceof RequestContext) {
        ((RequestContext) context).own();
      }
    }
  }

  /**
   * Around {@code LoggingEvent.setMDCPropertyMap}, which refuses an event that has been asked for
   * its context.
   */
  @AdviceOn(
      type = "ch.qos.logback.classic.spi.LoggingEvent",
      method = "setMDCPropertyMap",
      descriptor = "(Ljava/util/Map;)V")
  static final class ContextSetAdvice {

    private ContextSetAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@Advice.This LoggingEvent event) {
      return EventContext.clear(event);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.This LoggingEvent event, @Advice.Enter @Nullable Object before) {
      if (before != null) {
        EventContext.set(event, (RequestContext) before);
      }
    }
  }
}
