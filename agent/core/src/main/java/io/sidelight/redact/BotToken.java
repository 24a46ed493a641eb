package io.sidelight.redact;

/** Recognises the token of a Telegram bot in the path of a URL: {@code /bot123456789:AA…}. */
final class BotToken {

  private static final String BOT = "bot";
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 12;
  private static final int SHORTEST = 33;
  private static final int LONGEST = 64;

  private BotToken() {}

  /** Whether one may stand around the colon at {@code at}. */
  static boolean promising(String s, int at) {
    return s.startsWith("AA", at + 1);
  }

  /** What follows the colon at {@code at}. */
  static long find(String s, int floor, int at, int to) {
    if (!promising(s, at)) {
      return Span.NONE;
    }
    int digits = at;
    while (digits > floor && at - digits < MOST_DIGITS && Shapes.digit(s.charAt(digits - 1))) {
      digits--;
    }
    int end = at + 1;
    while (end < to && end - at <= LONGEST && Shapes.base64Url(s.charAt(end))) {
      end++;
    }
    boolean token =
        at - digits >= FEWEST_DIGITS
            && digits - BOT.length() >= floor
            && s.startsWith(BOT, digits - BOT.length())
            && end - at > SHORTEST;
    return token ? Span.of(at + 1, end) : Span.NONE;
  }
}
