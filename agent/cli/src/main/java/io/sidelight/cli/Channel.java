package io.sidelight.cli;

import io.sidelight.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a text is read as by {@code sidelight redact}, by the names that its options use. */
enum Channel {
  /** A header on each line, {@code Name: value}; folded lines belong to the one before them. */
  HEADER(Reading.LINES) {
    @Override
    String redact(Redactor redactor, String s) {
      int colon = s.indexOf(':', 1);
      int name = colon < 0 ? -1 : nameStart(s, colon);
      if (name < 0) {
        return redactor.text(s);
      }
      int value = colon + 1;
      while (value < s.length() && (s.charAt(value) == ' ' || s.charAt(value) == '\t')) {
        value++;
      }
      String raw = s.substring(value);
      String masked = redactor.header(s.substring(name, colon).trim(), raw);
      return masked.equals(raw) ? s : s.substring(0, value).concat(masked);
    }

    @Override
    boolean folds() {
      return true;
    }
  },
  /** Header lines as they are on the wire, as one text. */
  HEADERS(Reading.WHOLE) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.headers(s);
    }
  },
  /** A query string on each line, with or without its question mark. */
  QUERY(Reading.LINES) {
    @Override
    String redact(Redactor redactor, String s) {
      return s.startsWith("?") ? "?".concat(redactor.query(s.substring(1))) : redactor.query(s);
    }
  },
  /** The body of a form. */
  FORM(Reading.WHOLE) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.form(s);
    }
  },
  /** A JSON text. */
  JSON(Reading.WHOLE) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.json(s);
    }
  },
  /** A body of several parts. */
  MULTIPART(Reading.WHOLE) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.multipart(s);
    }
  },
  /** Log messages. */
  MESSAGE(Reading.BLOCKS) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.text(s);
    }
  },
  /** An exception as a stack trace shows it. */
  EXCEPTION(Reading.BLOCKS) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.text(s);
    }
  },
  /** A URL on each line. */
  URL(Reading.LINES) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.url(s);
    }
  },
  /** A request path on each line. */
  PATH(Reading.LINES) {
    @Override
    String redact(Redactor redactor, String s) {
      return redactor.path(s);
    }
  };

  /** How an input is cut up. */
  enum Reading {
    /** Line by line: none has to do with another. */
    LINES,
    /** In runs of lines, as a secret may span several. */
    BLOCKS,
    /** At once. */
    WHOLE
  }

  private final Reading reading;

  Channel(Reading reading) {
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  /** What would be logged of a text without its last line end. */
  abstract String redact(Redactor redactor, String s);

  /** Whether a line that starts with a blank belongs to the one before it. */
  boolean folds() {
    return false;
  }

  /** The channel of this name, null if there is none. */
  static @Nullable Channel named(String name) {
    for (Channel channel : values()) {
      if (channel.toString().equals(name)) {
        return channel;
      }
    }
    return null;
  }

  /** All names, for messages. */
  static String names() {
    List<String> names = new ArrayList<>();
    for (Channel channel : values()) {
      names.add(channel.toString());
    }
    return String.join(", ", names);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Where the name of the header starts that ends before {@code colon}, after what clients print in
   * front of headers ({@code > Host: …}); -1 if nothing there is the name of a header.
   */
  private static int nameStart(String s, int colon) {
    int from = 0;
    while (from < colon && " \t<>".indexOf(s.charAt(from)) >= 0) {
      from++;
    }
    int end = colon;
    while (end > from && (s.charAt(end - 1) == ' ' || s.charAt(end - 1) == '\t')) {
      end--;
    }
    for (int i = from; i < end; i++) {
      char c = s.charAt(i);
      if (c <= ' ' || "\"(),/;<=>?@[\\]{}".indexOf(c) >= 0) {
        return -1;
      }
    }
    return end > from ? from : -1;
  }
}
