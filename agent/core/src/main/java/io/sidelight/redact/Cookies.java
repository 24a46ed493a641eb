package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks the values of {@code Cookie} and {@code Set-Cookie} (RFC 6265). Names stay readable, and so
 * do attributes whose value is what the RFC says it is.
 *
 * <p>What is not clearly a name with a value is masked whole: a piece without {@code =}, one
 * without value (base64 ends in {@code =}), a name that looks machine-made.
 */
final class Cookies {

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_ATTRIBUTE = 128;
  private static final int LONGEST_DATE = 33;

  private final KeyRules keys;
  private final TextScanner text;
  private final @Nullable Explainer explainer;

  Cookies(KeyRules keys, TextScanner text, @Nullable Explainer explainer) {
    this.keys = keys;
    this.text = text;
    this.explainer = explainer;
  }

  /** The value of this header with its cookies' values masked; the same instance if none was. */
  String mask(String header, String value) {
    boolean attributes = header.regionMatches(true, 0, "set-", 0, 4);
    MaskedCopy out = null;
    boolean first = true;
    int start = 0;
    while (start <= value.length()) {
      int end = pieceEnd(value, start);
      int from = start;
      int to = end;
      while (from < to && Shapes.blank(value.charAt(from))) {
        from++;
      }
      while (to > from && Shapes.blank(value.charAt(to - 1))) {
        to--;
      }
      if (first || !attributes || !attribute(value, from, to)) {
        out = cookie(header, value, from, to, out);
      }
      first = false;
      start = end + 1;
    }
    return MaskedCopy.finish(out, value);
  }

  private @Nullable MaskedCopy cookie(
      String header, String s, int from, int to, @Nullable MaskedCopy copy) {
    int equals = nameEnd(s, from, to);
    boolean named =
        equals > from
            && equals - from <= LONGEST_NAME
            && equals + 1 < to
            && s.charAt(equals) == '='
            && s.charAt(equals + 1) != '='
            && !Shapes.opaque(s, from, equals);
    if (named
        && keys.keepsCookie(s.substring(from, equals))
        && text.scan(s, equals + 1, to, false, null) == null) {
      return copy;
    }
    int value = named ? equals + 1 : from;
    if (explainer != null) {
      if (named) {
        explainer.key(KeyRules.Role.COOKIE, s, from, equals);
      } else {
        explainer.key(KeyRules.Role.HEADER, header, 0, header.length());
      }
      explainer.masked(s, value, to);
    }
    return MaskedCopy.mask(copy, s, value, to);
  }

  /** The next semicolon outside of quotes, or the end. */
  private static int pieceEnd(String s, int from) {
    boolean quoted = false;
    for (int i = from; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return s.length();
  }

  private static int nameEnd(String s, int from, int to) {
    int i = from;
    while (i < to && (Shapes.base64Url(s.charAt(i)) || ".$!~".indexOf(s.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static boolean attribute(String s, int from, int to) {
    int equals = nameEnd(s, from, to);
    if (equals == to) {
      return is(s, from, to, "Secure")
          || is(s, from, to, "HttpOnly")
          || is(s, from, to, "Partitioned")
          || is(s, from, to, "SameParty");
    }
    if (s.charAt(equals) != '=' || to - equals > LONGEST_ATTRIBUTE) {
      return false;
    }
    int value = equals + 1;
    if (is(s, from, equals, "Expires")) {
      return to - value <= LONGEST_DATE && date(s, value, to);
    }
    if (is(s, from, equals, "Path")) {
      return consistsOf(s, value, to, "/-_.~%") && plainSegments(s, value, to);
    }
    if (is(s, from, equals, "Max-Age") || is(s, from, equals, "Version")) {
      return to - value <= 12 && number(s, value, to);
    }
    return is(s, from, equals, "Domain")
        ? consistsOf(s, value, to, "-.")
        : (is(s, from, equals, "SameSite") || is(s, from, equals, "Priority"))
            && to - value <= 8
            && consistsOf(s, value, to, "");
  }

  private static boolean is(String s, int from, int to, String word) {
    return to - from == word.length() && s.regionMatches(true, from, word, 0, word.length());
  }

  /** A day's name, then the rest of an HTTP date in any of its three forms. */
  private static boolean date(String s, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += Shapes.digit(s.charAt(i)) ? 1 : 0;
    }
    return digits >= 8 && consistsOf(s, from, to, " ,:-+");
  }

  private static boolean plainSegments(String s, int from, int to) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || s.charAt(i) == '/') {
        if (Shapes.opaque(s, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean number(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Shapes.digit(s.charAt(i)) && (i > from || s.charAt(i) != '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean consistsOf(String s, int from, int to, String more) {
    for (int i = from; i < to; i++) {
      if (!Shapes.alphanumeric(s.charAt(i)) && more.indexOf(s.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
