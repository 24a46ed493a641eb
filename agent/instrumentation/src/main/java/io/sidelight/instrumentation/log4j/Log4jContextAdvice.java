package io.sidelight.instrumentation.log4j;

import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import io.sidelight.weaver.AdviceOn;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/** Advice for the context of events. */
final class Log4jContextAdvice {

  private Log4jContextAdvice() {}

  /**
   * After {@code injectContextData}, which makes the context data of an event while it is logged.
   */
  @AdviceOn(
      type = {
        "org.apache.logging.log4j.core.impl.ThreadContextDataInjector$ForCopyOnWriteThreadContextMap",
        "org.apache.logging.log4j.core.impl.ThreadContextDataInjector$ForDefaultThreadContextMap",
        "org.apache.logging.log4j.core.impl.ThreadContextDataInjector$ForGarbageFreeThreadContextMap"
      },
      method = "injectContextData",
      descriptor =
          "(Ljava/util/List;Lorg/apache/logging/log4j/util/StringMap;)"
              + "Lorg/apache/logging/log4j/util/StringMap;")
  static final class InjectAdvice {

    private InjectAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable StringMap exit(
        @Advice.Argument(1) @Nullable StringMap reusable, @Advice.Return @Nullable StringMap data) {
      LoggedRequest request = ApplicationLog.get().request();
      return request == null || data == null
          ? null
          : EventContext.with(request, data, data == reusable, MessageAdvice.underWay());
    }
  }

  /** After {@code ThreadContext.get}, which {@code MDC.get} of SLF4J comes down to. */
  @AdviceOn(
      type = "org.apache.logging.log4j.ThreadContext",
      method = "get",
      descriptor = "(Ljava/lang/String;)Ljava/lang/String;")
  static final class GetAdvice {

    private GetAdvice() {}

    @Advice.OnMethodExit
    @Advice.AssignReturned.ToReturned
    static @Nullable String exit(
        @Advice.Argument(0) @Nullable String key, @Advice.Return @Nullable String value) {
      return value == null ? ApplicationLog.get().contextValue(key) : null;
    }
  }

  /**
   * Around {@code put} of a {@code CloseableThreadContext}, which asks {@code ThreadContext.get}
   * for what to put back when it is closed. Where {@link GetAdvice} has answered, that is nothing.
   */
  @AdviceOn(
      type = "org.apache.logging.log4j.CloseableThreadContext$Instance",
      method = "put",
      descriptor =
          "(Ljava/lang/String;Ljava/lang/String;)"
              + "Lorg/apache/logging/log4j/CloseableThreadContext$Instance;")
  static final class CloseablePutAdvice {

    private CloseablePutAdvice() {}

    @Advice.OnMethodEnter
    static boolean enter(@Advice.Argument(0) @Nullable String key) {
      return ThreadContext.containsKey(key);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) @Nullable String key,
        @Advice.Enter boolean present,
        @Advice.FieldValue("originalValues") Map<@Nullable String, @Nullable String> originals) {
      if (!present) {
        originals.put(key, null);
      }
    }
  }
}
