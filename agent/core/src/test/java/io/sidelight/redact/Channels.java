package io.sidelight.redact;

/** Runs a channel of the redactor by its name, as the corpus writes it. */
final class Channels {

  static final String[] ALL = {
    "text",
    "query",
    "path",
    "url",
    "form",
    "json",
    "multipart",
    "headers",
    "header:Referer",
    "header:Set-Cookie",
    "header:Cookie",
    "header:X-Note"
  };

  private Channels() {}

  static String run(Redactor redactor, String channel, String input) {
    if (channel.startsWith("header:")) {
      return redactor.header(channel.substring(7), input);
    }
    return switch (channel) {
      case "text", "exception" -> redactor.text(input);
      case "query" -> redactor.query(input);
      case "path" -> redactor.path(input);
      case "url" -> redactor.url(input);
      case "form" -> redactor.form(input);
      case "json" -> redactor.json(input);
      case "multipart" -> redactor.multipart(input);
      case "headers" -> redactor.headers(input);
      case "key" -> Boolean.toString(redactor.sensitiveKey(input));
      default -> throw new IllegalArgumentException(channel);
    };
  }
}
