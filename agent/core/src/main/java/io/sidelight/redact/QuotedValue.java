package io.sidelight.redact;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a secret that stands in quotes right after its name: {@code WITH PASSWORD 'x'}, {@code
 * PASSWORD('x')}, {@code API key "x" is disabled}, or after a clause of SQL. Looks back and ahead
 * over a bounded stretch.
 */
final class QuotedValue {

  private static final int LONGEST = 512;
  private static final String LAST_LETTERS = "dyestngDYESTNG";
  private static final String[] SETTERS = {"set", "with", "old_"};

  private final KeyRules keys;
  private final Phrases phrases;
  private final Prose prose;
  private final Set<String> names;
  private final @Nullable Explainer explainer;

  /**
   * @param names after them a quoted text is a secret whatever it looks like
   */
  QuotedValue(
      KeyRules keys,
      Phrases phrases,
      Prose prose,
      Set<String> names,
      @Nullable Explainer explainer) {
    this.keys = keys;
    this.phrases = phrases;
    this.prose = prose;
    this.names = names;
    this.explainer = explainer;
  }

  /** Whether a name that quotes may follow ends before the quote or escape at {@code at}. */
  boolean isNamed(String s, int floor, int at) {
    int end = nameEnd(s, floor, at);
    if (end == floor || LAST_LETTERS.indexOf(s.charAt(end - 1)) < 0) {
      return false;
    }
    return kind(s, floor, KeyText.plainStart(s, floor, end), end) != KeyKind.PLAIN;
  }

  /** The secret in the quotes that open at {@code at}, if its name or a clause of SQL precedes. */
  long find(String s, int floor, int at, int to) {
    if (!isNamed(s, floor, at)) {
      return Span.NONE;
    }
    int end = nameEnd(s, floor, at);
    if (SqlText.reportsDuplicate(s, floor, end)) {
      return duplicate(s, at, to);
    }
    int close = close(s, at, to);
    if (close < 0 || prose.startsAt(s, at + 1, close)) {
      return Span.NONE;
    }
    int from = KeyText.plainStart(s, floor, end);
    if (!kind(s, floor, from, end).masks(s, at + 1, close)) {
      return Span.NONE;
    }
    if (explainer != null) {
      boolean phrase = phrases.ends(s, floor, from, end);
      KeyRules.Role role = phrase ? KeyRules.Role.PHRASE : KeyRules.Role.KEY;
      explainer.key(role, s, phrase ? Phrases.start(s, floor, from) : from, end);
    }
    return Span.of(at + 1, SqlText.withReplaced(s, close, to));
  }

  /** The value of which a database says that a column with a sensitive name has it already. */
  private long duplicate(String s, int at, int to) {
    long column = SqlText.duplicateColumn(s, at, Math.min(to, at + LONGEST));
    if (column == Span.NONE) {
      return Span.NONE;
    }
    KeyKind kind = keys.of(s, Span.from(column), Span.to(column));
    int close = Span.from(SqlText.duplicateKey(s, at, Math.min(to, at + LONGEST)));
    boolean secret = kind != KeyKind.PLAIN && kind != KeyKind.NAMED && close > at + 1;
    if (secret && explainer != null) {
      explainer.key(KeyRules.Role.KEY, s, Span.from(column), Span.to(column));
    }
    return secret ? Span.of(at + 1, close) : Span.NONE;
  }

  /** How a value in quotes is read after a name: as a secret, if it looks like one, or not. */
  private KeyKind kind(String s, int floor, int from, int end) {
    if (SqlText.identifies(s, floor, end) || SqlText.reportsDuplicate(s, floor, end)) {
      return KeyKind.SECRET;
    }
    boolean call = end < s.length() && s.charAt(end) == '(';
    String name = call || keys.mayBeListed(s, from, end) ? s.substring(from, end) : "";
    if (call) {
      return isSetter(name.toLowerCase(Locale.ROOT)) ? KeyKind.SECRET : KeyKind.PLAIN;
    }
    if (name.isEmpty()) {
      return KeyKind.PLAIN;
    }
    if (phrases.ends(s, floor, from, end) || names.contains(name.toLowerCase(Locale.ROOT))) {
      return KeyKind.SECRET;
    }
    KeyKind kind = keys.of(s, from, end);
    return kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED ? KeyKind.OPAQUE : KeyKind.PLAIN;
  }

  /**
   * Whether a call of this name is given a secret: {@code PASSWORD('x')}, not {@code getPassword}.
   */
  private boolean isSetter(String call) {
    String name = call.substring(call.lastIndexOf('.') + 1);
    for (String setter : SETTERS) {
      if (name.startsWith(setter) && names.contains(name.substring(setter.length()))) {
        return true;
      }
    }
    return names.contains(name);
  }

  /** Where the name ends before the quote at {@code at}; {@code floor} if nothing like one does. */
  private static int nameEnd(String s, int floor, int at) {
    int end = at;
    if (end > floor && s.charAt(end - 1) == '(') {
      end--;
    } else {
      while (end > floor && at - end < 4 && s.charAt(end - 1) == ' ') {
        end--;
      }
    }
    if (end == at) {
      return floor;
    }
    return end > floor && Shapes.alphanumeric(s.charAt(end - 1)) ? end : floor;
  }

  /** The quote that ends in the same line what the one at {@code at} opens; -1 if it is empty. */
  private static int close(String s, int at, int to) {
    char quote = s.charAt(at);
    int limit = Math.min(to, at + LONGEST);
    for (int i = at + 1; i < limit && s.charAt(i) != '\n' && s.charAt(i) != '\r'; i++) {
      if (s.charAt(i) == quote) {
        if (i + 1 < limit && s.charAt(i + 1) == quote) {
          i++; // SQL doubles a quote.
        } else {
          return i > at + 1 ? i : -1;
        }
      }
    }
    return -1;
  }
}
