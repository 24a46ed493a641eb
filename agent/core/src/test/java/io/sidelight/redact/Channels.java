package io.sidelight.redact;

/** Runs a channel of the redactor by its name, as the corpus writes it. */
final class Channels {

  static final String[] ALL = {"text", "query", "path", "header:Referer", "header:X-Note"};

  private Channels() {}

  static String run(Redactor redactor, String channel, String input) {
    if (channel.startsWith("header:")) {
      return redactor.header(channel.substring(7), input);
    }
    return switch (channel) {
      case "text" -> redactor.text(input);
      case "query" -> redactor.query(input);
      case "path" -> redactor.path(input);
      case "key" -> Boolean.toString(redactor.sensitiveKey(input));
      default -> throw new IllegalArgumentException(channel);
    };
  }
}
