package io.sidelight.instrumentation.jul;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Fills arguments in as every formatter does, for a record that meets none. */
final class MessageFormatter extends Formatter {

  private static final MessageFormatter INSTANCE = new MessageFormatter();

  private MessageFormatter() {}

  static @Nullable String message(LogRecord record) {
    return INSTANCE.formatMessage(record);
  }

  @Override
  public String format(LogRecord record) {
    return String.valueOf(formatMessage(record));
  }
}
