package io.sidelight.instrumentation.jul;

/**
 * A key in braces, which stands in a format where the value is to be shown. Formats of {@code
 * java.util.logging} know no context, and braces mean nothing in them, so it comes out as it is.
 *
 * <p>A message may have the same text, and keeps it: occurrences are told apart by their order.
 */
final class Placeholder {

  private final String text;

  Placeholder(String key) {
    text = "{" + key + "}";
  }

  int count(String in) {
    int count = 0;
    for (int at = in.indexOf(text); at >= 0; at = in.indexOf(text, at + text.length())) {
      count++;
    }
    return count;
  }

  /**
   * Puts the value in place of the first ones, leaves those of the message, and goes on after it.
   */
  String filled(String rendered, int before, int inMessage, int after, String value) {
    int at = rendered.indexOf(text);
    if (at < 0) {
      return rendered;
    }
    StringBuilder filled = new StringBuilder(rendered.length() + value.length());
    int from = 0;
    for (int index = 0; at >= 0; index++) {
      boolean own =
          index < before || (index - before >= inMessage && index - before < inMessage + after);
      filled.append(rendered, from, at).append(own ? value : text);
      from = at + text.length();
      at = rendered.indexOf(text, from);
    }
    return filled.append(rendered, from, rendered.length()).toString();
  }
}
