package io.sidelight.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Redacts a body of several parts ({@code multipart/form-data}, RFC 7578), whole, cut off or
 * malformed.
 *
 * <p>The boundary is the first line that starts with two hyphens. A part under a sensitive name is
 * masked whole; of a file, and of anything that is no text, only the size is told; other parts are
 * read by their type. A part whose headers can't be read is masked. Parts in parts are not opened.
 */
final class Multipart {

  private static final int LONGEST_BOUNDARY = 200;
  private static final int LONGEST_HEADERS = 8192;
  private static final String NOTE = " characters]";

  private final Redactor redactor;
  private final @Nullable Work work;

  Multipart(Redactor redactor, @Nullable Work work) {
    this.redactor = redactor;
    this.work = work;
  }

  /** Never throws; the same instance if nothing was masked or left out. */
  String mask(String s) {
    int first = firstBoundary(s);
    if (first < 0) {
      return withoutBoundary(s);
    }
    int end = TextLines.end(s, first);
    String boundary = s.substring(first, trimmedEnd(s, first, end));
    if (boundary.length() > 4 && boundary.endsWith("--")) {
      boundary = boundary.substring(0, boundary.length() - 2);
    }
    Splice out = new Splice(s);
    out.replace(0, first, redactor.text(s.substring(0, first)));
    int at = first;
    while (at < s.length()) {
      int line = TextLines.end(s, at);
      boolean last = s.startsWith("--", at + boundary.length());
      int from = TextLines.next(s, line);
      int next = next(s, boundary, line);
      int to = next < s.length() ? beforeLine(s, next, from) : next;
      if (last) {
        out.replace(from, to, redactor.text(s.substring(from, to)));
      } else if (from < to) {
        part(out, s, from, to);
      }
      at = next;
    }
    return out.result();
  }

  /** A piece from the middle of a body, or no such body at all. */
  private String withoutBoundary(String s) {
    if (indexOfIgnoringCase(s, 0, s.length(), "content-disposition") == s.length()) {
      return redactor.text(s);
    }
    Splice out = new Splice(s);
    part(out, s, 0, s.length());
    return out.result();
  }

  private void part(Splice out, String s, int from, int to) {
    int limit = Math.min(to, from + LONGEST_HEADERS);
    int body = bodyStart(s, from, limit);
    boolean readable = body >= 0;
    int headersEnd = readable ? body : limit;
    PartHeaders headers = PartHeaders.of(s, from, headersEnd);
    if (!readable) {
      // No empty line: a part cut off in its headers, or none of which we know where they end.
      int known =
          headers.names().isEmpty() && !headers.malformed() && to == limit
              ? to
              : headers.dispositionEnd();
      out.replace(from, known, redactor.headers(s.substring(from, known)));
      if (known < to) {
        mask(out, s, known, to);
      }
      return;
    }
    out.replace(from, headersEnd, redactor.headers(s.substring(from, headersEnd)));
    if (body >= to) {
      return;
    }
    String content = s.substring(body, to);
    boolean secret = redactor.secretPart(headers.names(), content);
    if (!secret && headers.malformed()) {
      redactor.unreadable(content, 0, content.length());
      secret = true;
    }
    out.replace(body, to, secret ? Redactor.MASK : content(headers, content));
  }

  private String content(PartHeaders headers, String content) {
    String type = headers.type();
    if (headers.file() || !(type.isEmpty() || readable(type))) {
      return note(content) ? content : "[" + content.length() + NOTE;
    }
    if (type.endsWith("json") || (type.isEmpty() && JsonText.starts(content))) {
      return redactor.json(content);
    }
    return type.equals("application/x-www-form-urlencoded")
        ? redactor.form(content)
        : redactor.text(content);
  }

  private void mask(Splice out, String s, int from, int to) {
    int start = from;
    while (start < to && Shapes.blank(s.charAt(start))) {
      start++;
    }
    if (start < to) {
      redactor.unreadable(s, start, to);
      out.replace(start, to, Redactor.MASK);
    }
  }

  private static boolean readable(String type) {
    return type.startsWith("text/")
        || type.endsWith("json")
        || type.endsWith("xml")
        || type.equals("application/x-www-form-urlencoded");
  }

  /** Whether the content is what an earlier pass wrote in its place. */
  private static boolean note(String s) {
    if (MaskedCopy.isMask(s, 0, s.length())) {
      return true;
    }
    if (!s.startsWith("[") || !s.endsWith(NOTE) || s.length() > NOTE.length() + 11) {
      return false;
    }
    for (int i = 1; i < s.length() - NOTE.length(); i++) {
      if (!Shapes.digit(s.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int firstBoundary(String s) {
    int line = 0;
    while (line < s.length()) {
      int end = TextLines.end(s, line);
      count(end - line);
      int trimmed = trimmedEnd(s, line, end);
      if (s.startsWith("--", line)
          && trimmed - line > 2
          && trimmed - line <= LONGEST_BOUNDARY
          && !s.startsWith("-----BEGIN ", line)) {
        return line;
      }
      line = TextLines.next(s, end);
    }
    return -1;
  }

  /** Where the next boundary line starts, or the end. */
  private int next(String s, String boundary, int from) {
    int line = TextLines.next(s, TextLines.end(s, from));
    while (line < s.length()) {
      int end = TextLines.end(s, line);
      count(end - line);
      if (s.startsWith(boundary, line)) {
        int rest = trimmedEnd(s, line, end) - line - boundary.length();
        if (rest == 0 || (rest == 2 && s.startsWith("--", line + boundary.length()))) {
          return line;
        }
      }
      line = TextLines.next(s, end);
    }
    return s.length();
  }

  /** After the first empty line, or -1. */
  private int bodyStart(String s, int from, int to) {
    int line = from;
    while (line < to) {
      int end = TextLines.end(s, line);
      count(end - line);
      int next = TextLines.next(s, end);
      if (end == line) {
        return Math.min(next, to);
      }
      line = next;
    }
    return -1;
  }

  private void count(int steps) {
    if (work != null) {
      work.steps += steps;
    }
  }

  private static int beforeLine(String s, int line, int floor) {
    int end = line;
    if (end > floor && s.charAt(end - 1) == '\n') {
      end--;
    }
    return end > floor && s.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static int trimmedEnd(String s, int from, int to) {
    int end = to;
    while (end > from && Shapes.blank(s.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static int indexOfIgnoringCase(String s, int from, int to, String word) {
    int i = from;
    while (i + word.length() <= to && !s.regionMatches(true, i, word, 0, word.length())) {
      i++;
    }
    return i + word.length() <= to ? i : to;
  }

  static String lower(String s) {
    return s.trim().toLowerCase(Locale.ROOT);
  }
}
