package io.sidelight.tests.logging;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A line that the application is to log.
 *
 * @param logger its full name
 * @param level {@code DEBUG}, {@code INFO}, {@code WARN} or {@code ERROR}
 * @param message with {@code {}} for each argument
 * @param thrown null for none
 * @param marker null for none
 * @param keyValues empty where the API has none
 */
record Line(
    String logger,
    String level,
    String message,
    List<String> arguments,
    Throwable thrown,
    String marker,
    Map<String, Object> keyValues) {

  private static final String PLACE = "{}";

  /** The message with its arguments filled in, for an API that has none. */
  String filled() {
    return replaced(arguments);
  }

  /** The message in the form of {@link java.text.MessageFormat}, if there are arguments. */
  String numbered() {
    if (arguments.isEmpty()) {
      return message;
    }
    List<String> numbers =
        IntStream.range(0, arguments.size()).mapToObj(number -> "{" + number + "}").toList();
    return replaced(numbers).replace(PLACE, "'" + PLACE + "'");
  }

  private String replaced(List<String> values) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (String value : values) {
      int at = message.indexOf(PLACE, from);
      if (at < 0) {
        break;
      }
      replaced.append(message, from, at).append(value);
      from = at + PLACE.length();
    }
    return replaced.append(message.substring(from)).toString();
  }
}
