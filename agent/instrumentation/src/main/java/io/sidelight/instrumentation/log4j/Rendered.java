package io.sidelight.instrumentation.log4j;

import io.sidelight.log.ApplicationLog;
import io.sidelight.log.LoggedRequest;
import io.sidelight.log.MaskedLine;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.jspecify.annotations.Nullable;

/** What is written instead of what a pattern has made of an event. */
final class Rendered {

  private Rendered() {}

  /** Null for what the pattern has made. */
  static @Nullable String instead(PatternLayout layout, LogEvent event, CharSequence rendered) {
    ApplicationLog log = ApplicationLog.get();
    boolean json = log.isJson();
    return json || log.masks()
        ? MaskedLine.text(
            () ->
                json && Patterns.isReplaced(layout, log)
                    ? line(log, layout, event)
                    : log.masked(rendered.toString()),
            () -> withheld(log, event))
        : null;
  }

  private static byte[] withheld(ApplicationLog log, LogEvent event) {
    return log.line(
        Lines.withheld(event), EventContext.requestOf(event.getMessage(), event.getContextData()));
  }

  private static String line(ApplicationLog log, PatternLayout layout, LogEvent event) {
    ReadOnlyStringMap data = event.getContextData();
    LoggedRequest request = EventContext.requestOf(event.getMessage(), data);
    byte[] line = log.line(Lines.of(event, data, request), request);
    return encodable(new String(line, StandardCharsets.UTF_8), layout.getCharset());
  }

  /** JSON as any charset can take it; other text is left to the layout's charset. */
  private static String encodable(String line, Charset charset) {
    if (charset.name().startsWith("UTF-") || !line.startsWith("{")) {
      return line;
    }
    StringBuilder escaped = new StringBuilder(line.length() + 64);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < 0x7f) {
        escaped.append(c);
      } else {
        escaped.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          escaped.append(Character.forDigit(c >> shift & 0xf, 16));
        }
      }
    }
    return escaped.toString();
  }
}
