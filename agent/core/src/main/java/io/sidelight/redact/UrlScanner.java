package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/** Masks secrets in the parts of a URL: userinfo, path, matrix parameters, query and fragment. */
final class UrlScanner {

  private static final int LONGEST_USER = 32;
  private static final int LONGEST_USER_INFO = 256;
  private static final int LONGEST_AUTHORITY = 1024;
  private static final int DECODINGS = 3;
  private static final int SHORTEST_HOOK = 16;
  private static final int SHORTEST_TEAM = 8;
  private static final int NOT_IN_QUERY = -1;

  private final TextScanner text;
  private final KeyRules keys;
  private final @Nullable Explainer explainer;

  UrlScanner(TextScanner text, KeyRules keys, @Nullable Explainer explainer) {
    this.text = text;
    this.keys = keys;
    this.explainer = explainer;
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
    int end = firstOf(s, host, to, "/?#;");
    if (firstOf(s, host, end, "=") < end) {
      out = text.scan(s, hostEnd(s, host, end), end, false, out);
    }
    return parts(s, end, to, out);
  }

  /** End of a host and its port: in {@code redis://cache:6379,password=x} options follow it. */
  private static int hostEnd(String s, int from, int to) {
    int end = from;
    while (end < to && (Shapes.base64Url(s.charAt(end)) || ".:[]".indexOf(s.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  @Nullable MaskedCopy userInfo(String s, int from, int to, @Nullable MaskedCopy copy) {
    int cut = cutOff(s, from, to);
    if (cut > from) {
      if (explainer != null) {
        explainer.rule("url user info");
      }
      return mask(copy, s, cut, to);
    }
    int at = userInfoEnd(s, from, to) - 1;
    if (at < from) {
      return copy;
    }
    int colon = firstOf(s, from, at, ":");
    if (explainer != null) {
      explainer.rule("url user info");
    }
    if (colon >= at) {
      return plainUser(s, from, at) ? copy : mask(copy, s, from, at);
    }
    boolean namedUser = colon == from || plainUser(s, from, colon);
    if (!namedUser && MaskedCopy.isMask(s, from, colon)) {
      namedUser = true;
    }
    return mask(copy, s, namedUser ? colon + 1 : from, at);
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
    if (at < 0) {
      return cutOff(s, from, to) > from ? to : from;
    }
    return at + 1;
  }

  /**
   * Where a password starts that ends with the text, before its {@code @}; {@code from} if none
   * does. No port looks like that.
   */
  private static int cutOff(String s, int from, int to) {
    if (to < s.length() || to - from > LONGEST_USER_INFO) {
      return from;
    }
    int colon = firstOf(s, from, to, ":/?#;,@[");
    return colon < to
            && s.charAt(colon) == ':'
            && firstOf(s, colon, to, "/?#;,@[") == to
            && Shapes.secretSegment(s, colon + 1, to)
            && !port(s, colon + 1, to)
            && !Shapes.hash(s, colon + 1, to)
        ? colon + 1
        : from;
  }

  @Nullable MaskedCopy query(String s, int from, int to, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    int before = from;
    int start = from;
    while (start <= to) {
      int end = parameterEnd(s, start, to);
      out = parameter(s, start, end, before, out);
      before = start;
      start = end + 1;
    }
    return out;
  }

  @Nullable MaskedCopy path(String s, int from, int to, @Nullable MaskedCopy copy) {
    return path(s, from, to, true, copy);
  }

  /**
   * @param values whether values of parameters are looked into; false for a path that is itself the
   *     value of a parameter, so that nesting can't lead to recursion
   */
  private @Nullable MaskedCopy path(
      String s, int from, int to, boolean values, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    boolean afterSecret = false;
    boolean afterPathWord = false;
    boolean afterHook = false;
    int before = from;
    int previous = from;
    int start = from;
    while (start <= to) {
      int end = firstOf(s, start, to, "/");
      int name = firstOf(s, start, end, ";");
      boolean secret =
          (afterSecret && Shapes.secretSegment(s, start, name))
              || (afterPathWord
                  && Shapes.secretSegment(s, start, name)
                  && !Shapes.uuid(s, start, name))
              || (afterHook && hookSecret(s, previous, start, name));
      if (secret) {
        out = maskSegment(out, s, start, name, before);
      } else if (values) {
        out = value(s, start, start, name, out);
      }
      int parameter = name + 1;
      while (values && parameter <= end) {
        int next = firstOf(s, parameter, end, ";");
        out = parameter(s, parameter, next, NOT_IN_QUERY, out);
        parameter = next + 1;
      }
      KeyKind kind = secret ? KeyKind.PLAIN : keys.ofSegment(s, start, name);
      afterPathWord = afterSecret || kind == KeyKind.OPAQUE;
      afterSecret = kind == KeyKind.SECRET;
      before = kind == KeyKind.PLAIN ? before : start;
      if (kind == KeyKind.HOOK || otherHook(s, previous, start, name)) {
        afterHook = true;
        before = kind == KeyKind.HOOK ? start : previous;
      }
      previous = start;
      start = end + 1;
    }
    return out;
  }

  /**
   * Whether a segment behind one of {@code [hook words]} is what gives the right to post there, not
   * an ID: 16 characters or more that look machine-made, no UUID unless it is all there is.
   */
  private static boolean hookSecret(String s, int previous, int from, int to) {
    return to - from >= SHORTEST_HOOK
        && CountedValue.letters(s, from, to)
        && Shapes.secretSegment(s, from, to)
        && (!Shapes.uuid(s, from, to) || s.startsWith("hook/", previous));
  }

  /** Slack's {@code services/T01234567/…} with the team in {@code s[from, to)}, or IFTTT's. */
  private static boolean otherHook(String s, int previous, int from, int to) {
    if (to - from == 3 && s.startsWith("with/key/", previous)) {
      return true;
    }
    if (to - from < SHORTEST_TEAM || (s.charAt(from) != 'T' && s.charAt(from) != 'E')) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Shapes.upper(s.charAt(i)) && !Shapes.digit(s.charAt(i))) {
        return false;
      }
    }
    return s.startsWith("services/", previous)
        || s.startsWith("workflows/", previous)
        || s.startsWith("triggers/", previous);
  }

  private @Nullable MaskedCopy maskSegment(
      @Nullable MaskedCopy copy, String s, int from, int to, int before) {
    if (explainer != null) {
      explainer.key(KeyRules.Role.SEGMENT, s, before, firstOf(s, before, from, "/;"));
    }
    return mask(copy, s, from, to);
  }

  private @Nullable MaskedCopy mask(@Nullable MaskedCopy copy, String s, int from, int to) {
    if (explainer != null) {
      explainer.masked(s, from, to);
    }
    return MaskedCopy.mask(copy, s, from, to);
  }

  /** Parameters of a connection string: any character but a semicolon, or what braces hold. */
  private @Nullable MaskedCopy connection(String s, int from, int to, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    int start = from;
    while (start <= to) {
      int end = firstOf(s, start, to, ";");
      int equals = firstOf(s, start, end, "=");
      if (equals + 1 < end && s.charAt(equals + 1) == '{') {
        end = firstOf(s, firstOf(s, equals, to, "}"), to, ";");
      }
      out = parameter(s, start, end, NOT_IN_QUERY, out);
      start = end + 1;
    }
    return out;
  }

  private @Nullable MaskedCopy parts(String s, int from, int to, @Nullable MaskedCopy copy) {
    if (s.startsWith(";", from) || s.startsWith("/;", from)) {
      return connection(s, from, to, copy);
    }
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

  /**
   * @param before where the parameter before this one starts, or this one if it is the first;
   *     {@link #NOT_IN_QUERY} if it is none of a query
   */
  private @Nullable MaskedCopy parameter(
      String s, int from, int to, int before, @Nullable MaskedCopy copy) {
    int equals = firstOf(s, from, to, "=");
    if (equals >= to) {
      return value(s, from, from, to, copy);
    }
    KeyKind kind = keys.of(s, from, equals);
    KeyRules.Role role = KeyRules.Role.KEY;
    long name = Span.of(from, equals);
    if (kind == KeyKind.OPAQUE && before != NOT_IN_QUERY) {
      role = KeyRules.Role.QUERY;
      kind = keys.ofQuery(s, from, equals);
    } else if (kind == KeyKind.NAMED && before != NOT_IN_QUERY) {
      name = nameBefore(s, before, from);
      kind = keys.knownName(s, Span.from(name), Span.to(name)).kind;
    }
    if (!kind.masks(s, equals + 1, to)) {
      return value(s, from, equals + 1, to, copy);
    }
    if (explainer != null) {
      explainer.key(role, s, Span.from(name), Span.to(name));
    }
    return mask(copy, s, equals + 1, to);
  }

  /** The value of the parameter before, if it is a name; else the empty span before this one. */
  private long nameBefore(String s, int before, int from) {
    int equals = firstOf(s, before, from, "=");
    boolean names = equals < from && keys.ofMember(s, before, equals) == KeyKind.NAMES;
    return names ? Span.of(equals + 1, from - 1) : Span.of(from, from);
  }

  /**
   * Masks secrets in the value {@code s[value, to)} by their shape; if one shows only after
   * decoding, the value goes whole. {@code from} is where its key starts.
   */
  private @Nullable MaskedCopy value(
      String s, int from, int value, int to, @Nullable MaskedCopy copy) {
    boolean parameter = from < value;
    if (firstOf(s, value, to, "%+") < to) {
      MaskedCopy out = text.scan(s, from, value, false, copy);
      return hidesSecret(s.substring(value, to), parameter) ? mask(out, s, value, to) : out;
    }
    if (parameter && path(s, value, to) && hidesSegment(s, value, to)) {
      return mask(text.scan(s, from, value, false, copy), s, value, to);
    }
    return text.scan(s, from, to, false, copy);
  }

  /** Whether a path as a value has a secret in one of its segments. */
  private boolean hidesSegment(String s, int from, int to) {
    look();
    boolean hides = path(s, from, firstOf(s, from, to, "?#"), false, null) != null;
    looked();
    return hides;
  }

  private void look() {
    if (explainer != null) {
      explainer.look();
    }
  }

  private void looked() {
    if (explainer != null) {
      explainer.looked();
    }
  }

  /** Whether a path or URL starts at {@code from}. */
  private static boolean path(String s, int from, int to) {
    return from < to && (s.charAt(from) == '/' || s.startsWith("http", from));
  }

  private boolean hidesSecret(String value, boolean ofParameter) {
    look();
    boolean hides = decodesToSecret(value, ofParameter);
    looked();
    return hides;
  }

  private boolean decodesToSecret(String value, boolean ofParameter) {
    String decoded = value;
    for (int i = 0; i <= DECODINGS; i++) {
      int length = decoded.length();
      if (text.scan(decoded, 0, length, false, null) != null) {
        return true;
      }
      if (ofParameter
          && path(decoded, 0, length)
          && path(decoded, 0, firstOf(decoded, 0, length, "?#"), false, null) != null) {
        return true;
      }
      String next = Percent.decode(decoded);
      if (next.equals(decoded)) {
        break;
      }
      decoded = next;
    }
    return false;
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
