package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/** Masks secrets in the parts of a URL: userinfo, path, matrix parameters, query and fragment. */
final class UrlScanner {

  private static final int LONGEST_USER = 32;
  private static final int LONGEST_USER_INFO = 256;
  private static final int LONGEST_AUTHORITY = 1024;
  private static final int DECODINGS = 3;

  private final TextScanner text;
  private final KeyRules keys;

  UrlScanner(TextScanner text, KeyRules keys) {
    this.text = text;
    this.keys = keys;
  }

  /** Where a URL in text ends, without the punctuation of the sentence around it. */
  int end(String s, int at, int to) {
    int end = at;
    while (end < to && !Shapes.blank(s.charAt(end)) && "\"'`<>\\".indexOf(s.charAt(end)) < 0) {
      end++;
    }
    while (end > at
        && (Shapes.closer(s.charAt(end - 1)) || ".,;".indexOf(s.charAt(end - 1)) >= 0)
        && !MaskedCopy.endsAt(s, end)) {
      end--;
    }
    return end;
  }

  /** Masks a URL or a reference, such as the value of a Referer header. */
  @Nullable MaskedCopy reference(String s, @Nullable MaskedCopy copy) {
    int scheme = s.indexOf("://");
    int rest = firstOf(s, 0, s.length(), "/?#");
    if (scheme >= 0 && scheme < rest) {
      return scan(s, scheme + 3, s.length(), copy);
    }
    return s.startsWith("//") ? scan(s, 2, s.length(), copy) : parts(s, 0, s.length(), copy);
  }

  /** Masks what follows {@code ://}. */
  @Nullable MaskedCopy scan(String s, int from, int to, @Nullable MaskedCopy copy) {
    MaskedCopy out = userInfo(s, from, to, copy);
    int host = userInfoEnd(s, from, to);
    return parts(s, firstOf(s, host, to, "/?#;"), to, out);
  }

  @Nullable MaskedCopy userInfo(String s, int from, int to, @Nullable MaskedCopy copy) {
    int at = userInfoEnd(s, from, to) - 1;
    if (at < from) {
      return copy;
    }
    int colon = firstOf(s, from, at, ":");
    if (colon >= at) {
      return plainUser(s, from, at) ? copy : MaskedCopy.mask(copy, s, from, at);
    }
    boolean namedUser = colon == from || plainUser(s, from, colon);
    if (!namedUser && MaskedCopy.isMask(s, from, colon)) {
      namedUser = true;
    }
    return MaskedCopy.mask(copy, s, namedUser ? colon + 1 : from, at);
  }

  /** Where the host starts: after the last {@code @} of the authority, else {@code from}. */
  int userInfoEnd(String s, int from, int to) {
    int end = firstOf(s, from, Math.min(to, from + LONGEST_AUTHORITY), "/?#");
    int at = lastAt(s, from, end);
    int colon = firstOf(s, from, end, ":");
    if (at < 0 && colon < end && !port(s, colon + 1, end)) {
      // A password with a raw slash in it; no port looks like that.
      at = lastAt(s, colon, Math.min(to, colon + LONGEST_USER_INFO));
    }
    return at < 0 ? from : at + 1;
  }

  @Nullable MaskedCopy query(String s, int from, int to, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    int start = from;
    while (start <= to) {
      int end = parameterEnd(s, start, to);
      out = parameter(s, start, end, out);
      start = end + 1;
    }
    return out;
  }

  @Nullable MaskedCopy path(String s, int from, int to, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    boolean afterSecret = false;
    boolean afterPathWord = false;
    int start = from;
    while (start <= to) {
      int end = firstOf(s, start, to, "/");
      int name = firstOf(s, start, end, ";");
      boolean secret =
          (afterSecret && Shapes.secretSegment(s, start, name))
              || (afterPathWord
                  && Shapes.secretSegment(s, start, name)
                  && !Shapes.uuid(s, start, name));
      out = secret ? MaskedCopy.mask(out, s, start, name) : value(s, start, start, name, out);
      int parameter = name + 1;
      while (parameter <= end) {
        int next = firstOf(s, parameter, end, ";");
        out = parameter(s, parameter, next, out);
        parameter = next + 1;
      }
      KeyKind kind = secret ? KeyKind.PLAIN : keys.ofSegment(s, start, name);
      afterPathWord = afterSecret || kind == KeyKind.OPAQUE;
      afterSecret = kind == KeyKind.SECRET;
      start = end + 1;
    }
    return out;
  }

  private @Nullable MaskedCopy parts(String s, int from, int to, @Nullable MaskedCopy copy) {
    int fragment = firstOf(s, from, to, "#");
    int question = firstOf(s, from, fragment, "?");
    MaskedCopy out = path(s, from, question, copy);
    if (question < fragment) {
      out = query(s, question + 1, fragment, out);
    }
    if (fragment >= to) {
      return out;
    }
    int inner = firstOf(s, fragment + 1, to, "?");
    if (inner < to) {
      out = path(s, fragment + 1, inner, out);
      return query(s, inner + 1, to, out);
    }
    return s.indexOf('=', fragment) >= 0
        ? query(s, fragment + 1, to, out)
        : path(s, fragment + 1, to, out);
  }

  private @Nullable MaskedCopy parameter(String s, int from, int to, @Nullable MaskedCopy copy) {
    int equals = firstOf(s, from, to, "=");
    if (equals >= to) {
      return value(s, from, from, to, copy);
    }
    KeyKind kind = keys.of(s, from, equals);
    return kind.masks(s, equals + 1, to)
        ? MaskedCopy.mask(copy, s, equals + 1, to)
        : value(s, from, equals + 1, to, copy);
  }

  /**
   * Masks secrets in the value {@code s[value, to)} by their shape; if one shows only after
   * decoding, the value goes whole. {@code from} is where its key starts.
   */
  private @Nullable MaskedCopy value(
      String s, int from, int value, int to, @Nullable MaskedCopy copy) {
    if (firstOf(s, value, to, "%+") >= to) {
      return text.scan(s, from, to, false, copy);
    }
    MaskedCopy out = text.scan(s, from, value, false, copy);
    String decoded = s.substring(value, to);
    for (int i = 0; i <= DECODINGS; i++) {
      if (text.scan(decoded, 0, decoded.length(), false, null) != null) {
        return MaskedCopy.mask(out, s, value, to);
      }
      String next = Percent.decode(decoded);
      if (next.equals(decoded)) {
        break;
      }
      decoded = next;
    }
    return out;
  }

  /** A semicolon ends a parameter only if another follows, so that it may be part of a secret. */
  private static int parameterEnd(String s, int from, int to) {
    int i = firstOf(s, from, to, "&;");
    while (i < to && s.charAt(i) == ';') {
      int next = firstOf(s, i + 1, to, "&;=");
      if (next < to && s.charAt(next) == '=') {
        return i;
      }
      i = next;
    }
    return i;
  }

  private static boolean plainUser(String s, int from, int to) {
    if (to - from > LONGEST_USER || Shapes.opaque(s, from, to)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (!Shapes.base64Url(c) && c != '.') {
        return false;
      }
    }
    return to - from < LONGEST_USER - 8 || to == from;
  }

  private static boolean port(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Shapes.digit(s.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int lastAt(String s, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (s.charAt(i) == '@') {
        return i;
      }
    }
    return -1;
  }

  private static int firstOf(String s, int from, int to, String chars) {
    for (int i = from; i < to; i++) {
      if (chars.indexOf(s.charAt(i)) >= 0) {
        return i;
      }
    }
    return to;
  }
}
