package io.sidelight.redact;

/**
 * Reads the value on the right of a separator in text: where it starts, after blanks, colours and
 * comments, and where it ends, with quotes, brackets or nothing around it.
 */
final class ValueText {

  private static final int LONGEST_NEXT_KEY = 64;
  private static final int LONGEST_COMMENT = 256;

  private static final String[] COLLECTIONS = {
    "List(", "Set(", "Seq(", "Vector(", "Map(", "Array(", "ArrayBuffer(", "HashMap(", "HashSet("
  };

  private ValueText() {}

  static int afterBlanks(String s, int at, int to) {
    int i = at;
    while (i < to && Shapes.blank(s.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a quote follows, as it does not after a URL that somebody put in quotes. */
  static boolean inQuotes(String s, int at, int to) {
    int i = at;
    while (i < to && i - at < 64 && (Shapes.blank(s.charAt(i)) || s.charAt(i) == '\\')) {
      i++;
    }
    return i < to && Shapes.quote(s.charAt(i));
  }

  /** Where a value starts: after blanks, colours and, where keys have quotes, comments. */
  static int start(String s, boolean quotedKey, int at, int to) {
    int i = at;
    while (true) {
      int last = i;
      while (i < to && (quotedKey ? blank(s.charAt(i)) : inLine(s.charAt(i)))) {
        i++;
      }
      i = Ansi.after(s, i, to);
      i = quotedKey && i < to && s.charAt(i) == '/' ? afterComment(s, i, to) : i;
      if (i == last) {
        return i;
      }
    }
  }

  /** End of the comment at {@code at}; {@code at} if there is none or it is long. */
  private static int afterComment(String s, int at, int to) {
    int limit = Math.min(to, at + LONGEST_COMMENT);
    boolean line = s.startsWith("//", at);
    if (!line && !s.startsWith("/*", at)) {
      return at;
    }
    int end = Entities.indexOf(s, at, limit, line ? "\n" : "*/");
    return end < limit ? Math.min(to, end + (line ? 1 : 2)) : at;
  }

  /**
   * End of the string opened by the quote at {@code open}, which {@code escapes} backslashes
   * precede.
   */
  static int quotedEnd(String s, int open, int escapes, int to) {
    char quote = s.charAt(open);
    int period = 2 * (escapes + 1);
    int run = 0;
    for (int i = open + 1; i < to; i++) {
      char c = s.charAt(i);
      if (c == '\\') {
        run++;
        continue;
      }
      // At each level of nesting a closing quote has a fixed number of backslashes, modulo the
      // escaped backslashes that the text itself ends in.
      if (c == quote && (run < escapes || run % period == escapes)) {
        return i - Math.min(run, escapes);
      }
      run = 0;
    }
    return to;
  }

  /** End of a value without quotes. */
  static int plainEnd(String s, int at, int to) {
    if (at >= to) {
      return at;
    }
    int least = at;
    char c = s.charAt(at);
    if ((c == '[' || c == '{') && !s.startsWith(Redactor.MASK, at)) {
      least = nestedEnd(s, at, to);
    } else if (c >= 'A' && c <= 'V') {
      least = collectionEnd(s, at, to);
    }
    int end = wordEnd(s, least, to);
    if (least == at) {
      int second = Credentials.afterScheme(s, at, to);
      end = second > at && second > end ? wordEnd(s, second, to) : end;
      least = at + 1;
    }
    while (end > least && Shapes.closer(s.charAt(end - 1)) && !MaskedCopy.endsAt(s, end)) {
      end--;
    }
    return end;
  }

  static int wordEnd(String s, int at, int to) {
    int end = at;
    while (end < to) {
      char c = s.charAt(end);
      if (Shapes.blank(c)) {
        return end;
      }
      int quote = c == '\\' && end + 1 < to ? end + 1 : end;
      if (Shapes.quote(s.charAt(quote)) && outside(s, quote + 1, to)) {
        return end;
      }
      if ((c == ',' || c == ';' || c == '&') && separates(s, end + 1, to)) {
        return end;
      }
      end++;
    }
    return end;
  }

  static boolean outside(String s, int at, int to) {
    return at >= to
        || Shapes.blank(s.charAt(at))
        || Shapes.closer(s.charAt(at))
        || ",;:.&\\".indexOf(s.charAt(at)) >= 0;
  }

  /** Whether a comma or the like before {@code at} ends a value: what follows is no part of it. */
  private static boolean separates(String s, int at, int to) {
    if (outside(s, at, to) || Shapes.quote(s.charAt(at)) || s.charAt(at) == '{') {
      return true;
    }
    int i = at;
    while (i < to && i - at < LONGEST_NEXT_KEY && KeyText.isKey(s.charAt(i))) {
      i++;
    }
    return i < to && i > at && (s.charAt(i) == '=' || s.charAt(i) == ':');
  }

  /** End of what Scala writes as {@code List(a, b)} at {@code at}; {@code at} if there is none. */
  private static int collectionEnd(String s, int at, int to) {
    for (String collection : COLLECTIONS) {
      if (s.startsWith(collection, at)) {
        int depth = 1;
        int i = at + collection.length();
        while (i < to && depth > 0) {
          depth += s.charAt(i) == '(' ? 1 : s.charAt(i) == ')' ? -1 : 0;
          i++;
        }
        return Math.min(i, to);
      }
    }
    return at;
  }

  /** End of the object or array opened at {@code at}: a depth, no stack. */
  static int nestedEnd(String s, int at, int to) {
    int depth = 0;
    int i = at;
    while (i < to) {
      char c = s.charAt(i);
      if (c == '"') {
        int escapes = 0;
        while (i - escapes - 1 > at && s.charAt(i - escapes - 1) == '\\') {
          escapes++;
        }
        i = quotedEnd(s, i, escapes, to);
        while (i < to && s.charAt(i) == '\\') {
          i++;
        }
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return i + 1;
      }
      i++;
    }
    return to;
  }

  private static boolean blank(char c) {
    return Shapes.blank(c) && c != Ansi.ESCAPE;
  }

  static boolean inLine(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * Where the values in round brackets end that start at {@code at}: before the bracket that ends
   * the statement about them, as a value may hold brackets itself.
   */
  static int tupleEnd(String s, int at, int to) {
    int first = -1;
    for (int i = at; i < to && s.charAt(i) != '\n'; i++) {
      if (s.charAt(i) == ')') {
        first = first < 0 ? i : first;
        if (i + 1 >= to || s.startsWith(") already exists", i) || s.startsWith(") is ", i)) {
          return i;
        }
      }
    }
    return first < 0 ? to : first;
  }
}
