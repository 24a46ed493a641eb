package io.sidelight.instrumentation.jul;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The record about which {@code Logger.log(LogRecord)} is going to ask {@code isLoggable}: the
 * first thing that it does. Known only while somebody might keep it.
 */
final class RecordInQuestion {

  private static final ThreadLocal<@Nullable LogRecord> RECORD = new ThreadLocal<>();

  private RecordInQuestion() {}

  static void set(LogRecord record) {
    RECORD.set(record);
  }

  static void clear() {
    RECORD.remove();
  }

  /** Null for a question that is not about a record. It is asked once about each. */
  @SuppressWarnings("ReferenceEquality") // the very level, not one of the same number
  static @Nullable LogRecord take(Level level) {
    LogRecord record = RECORD.get();
    if (record == null) {
      return null;
    }
    RECORD.remove();
    return record.getLevel() == level ? record : null;
  }
}
