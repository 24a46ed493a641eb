package io.sidelight.instrumentation.log4j;

import io.sidelight.weaver.AdviceOn;
import io.sidelight.weaver.Presence;
import net.bytebuddy.asm.Advice;
import org.apache.logging.log4j.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * Around what makes an event of a message, for the injector of its context data, which is not given
 * the message. Only messages that have keys of the request's are of interest. One class for each
 * shape of the method.
 */
final class MessageAdvice {

  private static final ThreadLocal<Message> UNDER_WAY = new ThreadLocal<>();

  private MessageAdvice() {}

  /** The message whose event is being made on this thread, if it has keys of a request's. */
  static @Nullable Message underWay() {
    return UNDER_WAY.get();
  }

  private static boolean begin(@Nullable Message message) {
    if (!MessageKeys.hasAny(message)) {
      return false;
    }
    UNDER_WAY.set(message);
    return true;
  }

  private static void end(boolean begun) {
    if (begun) {
      UNDER_WAY.remove();
    }
  }

  /** {@code createEvent}. */
  @AdviceOn(
      type = {
        "org.apache.logging.log4j.core.impl.DefaultLogEventFactory",
        "org.apache.logging.log4j.core.impl.ReusableLogEventFactory"
      },
      method = "createEvent",
      descriptor =
          "(Ljava/lang/String;Lorg/apache/logging/log4j/Marker;Ljava/lang/String;"
              + "Lorg/apache/logging/log4j/Level;Lorg/apache/logging/log4j/message/Message;"
              + "Ljava/util/List;Ljava/lang/Throwable;)"
              + "Lorg/apache/logging/log4j/core/LogEvent;")
  static final class Fifth {

    @Advice.OnMethodEnter
    static boolean enter(@Advice.Argument(4) @Nullable Message message) {
      return begin(message);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean begun) {
      end(begun);
    }
  }

  /** {@code createEvent} with the location of the call. */
  @AdviceOn(
      type = {
        "org.apache.logging.log4j.core.impl.DefaultLogEventFactory",
        "org.apache.logging.log4j.core.impl.ReusableLogEventFactory"
      },
      method = "createEvent",
      descriptor =
          "(Ljava/lang/String;Lorg/apache/logging/log4j/Marker;Ljava/lang/String;"
              + "Ljava/lang/StackTraceElement;Lorg/apache/logging/log4j/Level;"
              + "Lorg/apache/logging/log4j/message/Message;Ljava/util/List;"
              + "Ljava/lang/Throwable;)Lorg/apache/logging/log4j/core/LogEvent;",
      in = Presence.SOME_VERSIONS)
  static final class Sixth {

    @Advice.OnMethodEnter
    static boolean enter(@Advice.Argument(5) @Nullable Message message) {
      return begin(message);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean begun) {
      end(begun);
    }
  }

  /** {@code RingBufferLogEventTranslator.translateTo}. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.async.RingBufferLogEventTranslator",
      method = "translateTo",
      descriptor = "(Lorg/apache/logging/log4j/core/async/RingBufferLogEvent;J)V")
  static final class OfTranslator {

    @Advice.OnMethodEnter
    static boolean enter(@Advice.FieldValue("message") @Nullable Message message) {
      return begin(message);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean begun) {
      end(begun);
    }
  }

  /** {@code AsyncLogger.translateTo}, where it stands among other arguments. */
  @AdviceOn(
      type = "org.apache.logging.log4j.core.async.AsyncLogger",
      method = "translateTo",
      descriptor =
          "(Lorg/apache/logging/log4j/core/async/RingBufferLogEvent;J" + "[Ljava/lang/Object;)V")
  static final class AmongAll {

    @Advice.OnMethodEnter
    static boolean enter(@Advice.Argument(2) Object @Nullable [] arguments) {
      if (arguments != null) {
        for (Object argument : arguments) {
          if (argument instanceof Message) {
            return begin((Message) argument);
          }
        }
      }
      return false;
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean begun) {
      end(begun);
    }
  }
}
