package io.sidelight.instrumentation.jul;

import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** Records as lines of the agent's. */
public final class Records {

  private Records() {}

  /** Name of a logger; the root's, which is empty, for one that has none. */
  public static String name(@Nullable String logger) {
    return logger == null ? "" : logger;
  }

  /**
   * Returns the line of a record.
   *
   * @param message with its arguments filled in
   */
  public static ApplicationLine line(LogRecord record, @Nullable String message) {
    return start(record, message).thrown(record.getThrown());
  }

  private static ApplicationLine start(LogRecord record, @Nullable String message) {
    Level level = Levels.of(record.getLevel().intValue());
    ApplicationLine line =
        new ApplicationLine(
            name(record.getLoggerName()), level == null ? Level.DEBUG : level, message);
    LoggedLine logged = LoggedLine.of(record);
    if (logged != null) {
      line.on(logged.thread());
    }
    return line.at(record.getMillis());
  }

  /** In place of a record that could not be masked. */
  public static byte[] withheld(LogRecord record, @Nullable LoggedRequest request) {
    return ApplicationLog.get().line(start(record, MaskedLine.WITHHELD), request);
  }

  /** The line in JSON, as a formatter returns it. */
  public static String json(ApplicationLine line, @Nullable LoggedRequest request) {
    line.afterCompletion(request != null && request.isComplete());
    return new String(ApplicationLog.get().line(line, request), StandardCharsets.UTF_8);
  }
}
