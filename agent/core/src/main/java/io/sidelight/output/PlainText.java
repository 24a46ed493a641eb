package io.sidelight.output;

import java.nio.charset.StandardCharsets;

/**
 * Makes text from outside safe to show where nobody else does: on a terminal, and in patterns of
 * the application's logging library.
 */
public final class PlainText {

  private PlainText() {}

  /**
   * The text with everything escaped that could end a line, steer a terminal or turn the direction.
   */
  public static String of(String text) {
    if (LineBuffer.isSafe(text)) {
      return text;
    }
    LineBuffer line = new LineBuffer();
    line.escaped(text, false);
    return new String(line.toByteArray(), StandardCharsets.UTF_8);
  }
}
