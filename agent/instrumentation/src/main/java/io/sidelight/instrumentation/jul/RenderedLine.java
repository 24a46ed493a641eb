package io.sidelight.instrumentation.jul;

import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedLine;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/** What a formatter with a pattern has made of a record, and what takes its place. */
final class RenderedLine {

  private static final String[] KEYS = {LoggedRequest.REQUEST_ID, LoggedRequest.USER_ID};

  private final Formatter formatter;
  private final LogRecord record;

  RenderedLine(Formatter formatter, LogRecord record) {
    this.formatter = formatter;
    this.record = record;
  }

  /**
   * Of a formatter whose format is one of {@link java.util.Formatter}, with the message as its
   * fifth argument.
   *
   * @return null where it stays as it is
   */
  @Nullable String ofFormat(String rendered, String format) {
    ApplicationLog log = ApplicationLog.get();
    if (log.isJson() && Formatters.isReplaced(formatter, any -> null)) {
      return json();
    }
    if (!log.isJson() && !log.isEnrich()) {
      return null;
    }
    return masked(log, filledByFormat(rendered, format));
  }

  private String filledByFormat(String rendered, String format) {
    String filled = rendered;
    for (String key : KEYS) {
      Placeholder placeholder = new Placeholder(key);
      int own = placeholder.count(format);
      if (own > 0) {
        int message = format.indexOf("%5$");
        int before = message < 0 ? own : placeholder.count(format.substring(0, message));
        int inMessage =
            placeholder.count(filled) == own
                ? 0
                : placeholder.count(String.valueOf(MessageFormatter.message(record, formatter)));
        filled = placeholder.filled(filled, before, inMessage, own - before, value(key));
      }
    }
    return filled;
  }

  /**
   * Of a formatter that begins with a date and the level, and shows the request where the date's
   * format has the texts.
   *
   * @return null where it stays as it is
   */
  @Nullable String ofDateFormat(String rendered) {
    ApplicationLog log = ApplicationLog.get();
    if (log.isJson() && Formatters.isReplaced(formatter, any -> null)) {
      return json();
    }
    if (!log.isJson() && !log.isEnrich()) {
      return null;
    }
    return masked(log, filledInDate(rendered));
  }

  private String filledInDate(String rendered) {
    int end = rendered.indexOf(" " + record.getLevel().getLocalizedName() + " [");
    if (end < 0) {
      end = rendered.indexOf(" " + record.getLevel() + " [");
    }
    String filled = rendered;
    if (end > 0 && rendered.lastIndexOf('}', end) >= 0) {
      String date = rendered.substring(0, end);
      for (String key : KEYS) {
        Placeholder placeholder = new Placeholder(key);
        date = placeholder.filled(date, Integer.MAX_VALUE, 0, 0, value(key));
      }
      filled = date + rendered.substring(end);
    }
    return filled;
  }

  private @Nullable String json() {
    LoggedRequest request = LoggedLine.requestOf(record);
    return MaskedLine.text(
        () ->
            Records.json(
                Records.line(record, MessageFormatter.message(record, formatter)), request),
        () -> Records.withheld(record, request));
  }

  private @Nullable String masked(ApplicationLog log, String line) {
    return log.isJson() || log.masks()
        ? MaskedLine.text(
            () -> log.masked(line), () -> Records.withheld(record, LoggedLine.requestOf(record)))
        : line;
  }

  private String value(String key) {
    LoggedRequest request = LoggedLine.requestOf(record);
    String value = request == null ? null : request.value(key);
    return value == null ? "" : value;
  }
}
