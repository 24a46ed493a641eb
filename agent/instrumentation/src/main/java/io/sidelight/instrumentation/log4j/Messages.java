package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.Verbosity;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.MessageSupplier;
import org.apache.logging.log4j.util.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages made of what a logger is asked about. */
final class Messages {

  /**
   * Whether the builders of {@code atDebug()} ask about their line, too. Up to 2.19 they write what
   * the level allows.
   */
  static final boolean BUILDERS_ASK = buildersAsk();

  private Messages() {}

  private static boolean buildersAsk() {
    String builder = "org.apache.logging.log4j.internal.DefaultLogBuilder";
    try {
      return Class.forName(builder, false, Messages.class.getClassLoader())
              .getDeclaredMethod("isEnabled", Message.class)
          != null;
    } catch (ReflectiveOperationException beforeIt) {
      return false;
    }
  }

  /** Of whatever an application can log. A supplier is not run for a line that is only kept. */
  static Message of(Logger logger, Object content) {
    if (content instanceof Message) {
      return (Message) content;
    }
    return new SimpleMessage(
        content instanceof Supplier || content instanceof MessageSupplier
            ? Verbosity.NOT_EVALUATED
            : GuardedCall.text(content));
  }

  /** Of a supplier that doesn't run. */
  static Message notEvaluated() {
    return new SimpleMessage(Verbosity.NOT_EVALUATED);
  }

  /** Of a text whose arguments are filled in as the logger fills them in. */
  static Message of(Logger logger, @Nullable String text, @Nullable Object @Nullable [] arguments) {
    if (text == null || arguments == null || arguments.length == 0) {
      return new SimpleMessage(String.valueOf(text));
    }
    MessageFactory factory = logger.getMessageFactory();
    return factory instanceof ReusableMessageFactory
        ? new ParameterizedMessage(text, arguments) // the reusable one is for the line itself
        : factory.newMessage(text, arguments);
  }
}
