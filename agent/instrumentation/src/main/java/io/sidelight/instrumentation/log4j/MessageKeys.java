package io.sidelight.instrumentation.log4j;

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
      return ((MapMessage<?, ?>) message).containsKey(key);
    }
    if (message instanceof ObjectMessage) {
      Object object = ((ObjectMessage) message).getParameter();
      return object instanceof Map && ((Map<?, ?>) object).containsKey(key);
    }
    return false;
  }
}
