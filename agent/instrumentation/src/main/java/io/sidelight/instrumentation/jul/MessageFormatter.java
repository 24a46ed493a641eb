package io.sidelight.instrumentation.jul;

import io.sidelight.exchange.GuardedCall;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Fills arguments in as every formatter does, also for a record that meets none. */
final class MessageFormatter extends Formatter {

  private static final MessageFormatter INSTANCE = new MessageFormatter();

  private MessageFormatter() {}

  static @Nullable String message(LogRecord record) {
    return message(record, INSTANCE);
  }

  /** The message without its arguments if these can't be read, which is what formatters do, too. */
  static @Nullable String message(LogRecord record, Formatter formatter) {
    String message = GuardedCall.orNull(() -> formatter.formatMessage(record));
    return message == null ? record.getMessage() : message;
  }

  @Override
  public String format(LogRecord record) {
    return String.valueOf(formatMessage(record));
  }
}
