package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Redacts header lines as they are on the wire, one header after the other.
 *
 * <p>Lines that start with a blank continue the value before them (obs-fold, RFC 9112 section 5.2);
 * a folded value with a secret in it is masked whole, because the secret may go on in its next
 * line. Start lines and whatever else is no header are read as text. A mark of direction as curl
 * prints it ({@code "> "}) is looked through.
 */
final class HeaderBlock {

  private static final int LONGEST_NAME = 256;

  private final Redactor redactor;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  HeaderBlock(Redactor redactor, @Nullable Work work, @Nullable Explainer explainer) {
    this.redactor = redactor;
    this.work = work;
    this.explainer = explainer;
  }

  /** Never throws; the same instance if nothing was masked. */
  String mask(String lines) {
    Splice out = new Splice(lines);
    int text = 0;
    int line = 0;
    while (line < lines.length()) {
      int nameFrom = afterMark(lines, line);
      int nameTo = nameEnd(lines, nameFrom);
      int end = TextLines.end(lines, line);
      if (work != null) {
        work.steps += end - line;
      }
      if (nameTo == nameFrom) {
        line = TextLines.next(lines, privateKeyEnd(lines, line, end));
        continue;
      }
      while (continues(lines, TextLines.next(lines, end))) {
        end = TextLines.end(lines, TextLines.next(lines, end));
      }
      end = privateKeyEnd(lines, nameTo, end);
      text(out, lines, text, nameFrom);
      value(out, lines, nameFrom, nameTo, end);
      text = end;
      line = TextLines.next(lines, end);
    }
    text(out, lines, text, lines.length());
    return out.result();
  }

  private void text(Splice out, String s, int from, int to) {
    if (from < to) {
      out.replace(from, to, redactor.text(s.substring(from, to)));
    }
  }

  private void value(Splice out, String s, int nameFrom, int nameTo, int end) {
    String name = s.substring(nameFrom, nameTo);
    int from = nameTo;
    while (from < end && (Shapes.blank(s.charAt(from)) || s.charAt(from) == ':')) {
      from++;
    }
    int to = end;
    while (to > from && Shapes.blank(s.charAt(to - 1))) {
      to--;
    }
    out.replace(nameFrom, nameTo, redactor.text(name));
    String value = s.substring(from, to);
    if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      folded(out, s, name, from, to);
    } else {
      out.replace(from, to, header(name, value));
    }
  }

  private void folded(Splice out, String s, String name, int from, int to) {
    String unfolded = unfolded(s.substring(from, to));
    if (explainer != null) {
      explainer.look();
    }
    boolean secret = !header(name, unfolded).equals(unfolded);
    if (explainer != null) {
      explainer.looked();
    }
    if (!secret) {
      return;
    }
    if (explainer != null) {
      explainer.masked(s, from, to);
    }
    out.replace(from, to, Redactor.MASK);
  }

  private String header(String name, String value) {
    return name.equals(":path") ? redactor.url(value) : redactor.header(name, value);
  }

  /** A fold means a space (RFC 9112, section 5.2). */
  private static String unfolded(String value) {
    StringBuilder out = new StringBuilder(value.length());
    int i = 0;
    while (i < value.length()) {
      char c = value.charAt(i++);
      if (c == '\r' || c == '\n') {
        while (i < value.length() && Shapes.blank(value.charAt(i))) {
          i++;
        }
        c = ' ';
      }
      out.append(c);
    }
    return out.toString();
  }

  /**
   * End of the line on which a private key ends that starts in {@code s[from, to)}, else its end.
   */
  private static int privateKeyEnd(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (s.charAt(i) == '-') {
        long key = PrivateKeyBlock.find(s, i, s.length());
        if (key != Span.NONE) {
          return TextLines.end(s, Math.max(to, Span.to(key)));
        }
      }
    }
    return to;
  }

  private static int afterMark(String s, int line) {
    boolean mark = s.startsWith("> ", line) || s.startsWith("< ", line);
    return mark ? line + 2 : line;
  }

  /**
   * End of the header name that starts a line; {@code from} if none does. Without a colon only a
   * name that is sensitive counts: a line that a server could not read.
   */
  private int nameEnd(String s, int from) {
    int i = from < s.length() && s.charAt(from) == ':' ? from + 1 : from;
    int limit = Math.min(s.length(), i + LONGEST_NAME);
    int start = i;
    while (i < limit && nameChar(s.charAt(i))) {
      i++;
    }
    if (i == start || i == limit) {
      return from;
    }
    int colon = i;
    while (colon < limit && (s.charAt(colon) == ' ' || s.charAt(colon) == '\t')) {
      colon++;
    }
    if (colon < limit && s.charAt(colon) == ':') {
      return i;
    }
    return colon > i && redactor.sensitiveHeader(s.substring(from, i)) ? i : from;
  }

  private static boolean nameChar(char c) {
    return Shapes.alphanumeric(c) || "-_.!#$%&'*+^`|~".indexOf(c) >= 0;
  }

  private static boolean continues(String s, int at) {
    return at < s.length() && (s.charAt(at) == ' ' || s.charAt(at) == '\t');
  }
}
