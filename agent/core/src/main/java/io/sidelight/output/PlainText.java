package io.sidelight.output;

import java.nio.charset.StandardCharsets;

/** Makes text from outside safe to show on a terminal, for the command line. */
public final class PlainText {

  private PlainText() {}

  /**
   * The text with everything escaped that could end a line, steer a terminal or turn the direction.
   */
  public static String of(String text) {
    LineBuffer line = new LineBuffer();
    line.escaped(text, false);
    return new String(line.toByteArray(), StandardCharsets.UTF_8);
  }
}
