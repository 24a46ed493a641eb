package io.sidelight.instrumentation.log4j;

import io.sidelight.exchange.GuardedCall;
import io.sidelight.log.LoggedRequest;
import java.util.Map;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a message has itself. Layouts for JSON write them, and often on one level with the
 * context.
 */
final class MessageKeys {

  private MessageKeys() {}

  /** Whether a message has a key of a request's. */
  static boolean hasAny(@Nullable Message message) {
    return has(message, LoggedRequest.REQUEST_ID) || has(message, LoggedRequest.USER_ID);
  }

  static boolean has(@Nullable Message message, String key) {
    if (message instanceof MapMessage) {
      return GuardedCall.value(() -> ((MapMessage<?, ?>) message).containsKey(key), true);
    }
    if (message instanceof ObjectMessage) {
      Object object = ((ObjectMessage) message).getParameter();
      return object instanceof Map
          && GuardedCall.value(() -> ((Map<?, ?>) object).containsKey(key), true);
    }
    return false;
  }
}
