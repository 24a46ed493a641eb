package io.sidelight.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * What the headers of a part say: the name of its field, its type, and whether it is a file.
 * Lenient: what is missing is empty.
 */
final class PartHeaders {

  private static final String DISPOSITION = "content-disposition";
  private static final String TYPE = "content-type";
  private static final int MOST_NAMES = 8;

  private final List<String> names = new ArrayList<>();
  private String type = "";
  private boolean file;
  private boolean malformed;
  private int dispositionEnd;

  private PartHeaders(int from) {
    dispositionEnd = from;
  }

  /** Reads {@code s[from, to)}. Never throws. */
  static PartHeaders of(String s, int from, int to) {
    PartHeaders headers = new PartHeaders(from);
    int line = from;
    while (line < to) {
      int end = Math.min(to, TextLines.end(s, line));
      int next = Math.min(to, TextLines.next(s, end));
      while (next < to && (s.charAt(next) == ' ' || s.charAt(next) == '\t')) {
        end = Math.min(to, TextLines.end(s, next));
        next = Math.min(to, TextLines.next(s, end));
      }
      if (s.regionMatches(true, line, DISPOSITION, 0, DISPOSITION.length())) {
        headers.disposition(s.substring(line, end));
        headers.dispositionEnd = end;
      } else if (s.regionMatches(true, line, TYPE, 0, TYPE.length())) {
        int start = Math.min(end, line + TYPE.length() + 1);
        int typeEnd = start;
        while (typeEnd < end && s.charAt(typeEnd) != ';') {
          typeEnd++;
        }
        headers.type = Multipart.lower(s.substring(start, typeEnd));
      }
      line = next;
    }
    return headers;
  }

  /** The names of the field: one, unless somebody plays tricks. */
  List<String> names() {
    return names;
  }

  /** Whether a quote is left open, so that the name may be anything. */
  boolean malformed() {
    return malformed;
  }

  /** Lower-case, without parameters; empty if it isn't said. */
  String type() {
    return type;
  }

  boolean file() {
    return file;
  }

  /** End of the last line that could name the part. */
  int dispositionEnd() {
    return dispositionEnd;
  }

  /** One pass over the parameters; a semicolon in quotes is none. */
  private void disposition(String header) {
    boolean quoted = false;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ';') {
        int name = valueAfter(header, i + 1, "name");
        if (name >= 0 && names.size() < MOST_NAMES) {
          names.add(value(header, name));
        }
        file |= valueAfter(header, i + 1, "filename") >= 0;
      }
    }
    malformed |= quoted || names.size() == MOST_NAMES;
  }

  /** {@code "x"}, {@code x} or {@code UTF-8''x} at {@code from}, without what is around it. */
  private static String value(String header, int from) {
    boolean quoted = from < header.length() && header.charAt(from) == '"';
    StringBuilder value = new StringBuilder();
    for (int i = quoted ? from + 1 : from; i < header.length(); i++) {
      char c = header.charAt(i);
      if (quoted ? c == '"' : c == ';' || Shapes.blank(c)) {
        break;
      }
      if (quoted && c == '\\' && i + 1 < header.length() && header.charAt(i + 1) != 'u') {
        c = header.charAt(++i);
      }
      value.append(c);
    }
    int language = value.indexOf("''");
    return value.substring(language < 0 ? 0 : language + 2);
  }

  /** After {@code parameter=} or {@code parameter*=} at {@code at}, or -1. */
  private static int valueAfter(String header, int at, String parameter) {
    int i = skipBlanks(header, at);
    if (!header.regionMatches(true, i, parameter, 0, parameter.length())) {
      return -1;
    }
    i = skipBlanks(header, i + parameter.length());
    if (i < header.length() && header.charAt(i) == '*') {
      i = skipBlanks(header, i + 1);
    }
    return i < header.length() && header.charAt(i) == '=' ? skipBlanks(header, i + 1) : -1;
  }

  private static int skipBlanks(String s, int at) {
    int i = at;
    while (i < s.length() && Shapes.blank(s.charAt(i))) {
      i++;
    }
    return i;
  }
}
