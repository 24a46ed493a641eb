package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Finds what stands beside a value: the name in {@code {"name":"password","value":"x"}}, {@code
 * <property name="password" value="x"/>}, {@code Header[name=Cookie, value=x]} and, in YAML, on the
 * line before; the type of key in a JSON Web Key.
 *
 * <p>It is asked only at keys that are half of a pair ({@link KeyKind#NAMED}) or a member of a JSON
 * Web Key. From there it goes back to the bracket that opens the group, then forward over the
 * members of the group itself, both over a bounded stretch. What was masked before does not matter,
 * since nothing of it is masked here.
 */
final class Siblings {

  private static final int WINDOW = 512;
  private static final int BARE_WINDOW = 256;
  private static final int JWK_WINDOW = 4096;

  /** Strings on either side of a key, of which JSON Web Keys have fewer. */
  private static final int MOST_STRINGS = 48;

  private static final int LONGEST_NAME = 128;
  private static final char NO_QUOTE = '\uFFFF';

  /** Characters of a private member of a JSON Web Key, at least. */
  private static final int SHORTEST_MEMBER = 16;

  private final KeyRules keys;
  private final @Nullable Work work;

  Siblings(KeyRules keys, @Nullable Work work) {
    this.keys = keys;
    this.work = work;
  }

  /** The name beside the value whose key starts at {@code key} in JSON, or null. */
  @Nullable KnownKey nameInJson(String s, int key, int to) {
    long name = new Group(s, 0, key, to, WINDOW, '"', 0).name();
    return name == Span.NONE ? null : keys.knownName(s, Span.from(name), Span.to(name));
  }

  /**
   * The name beside a value in text, or {@link Span#NONE} if there is none or it is not sensitive.
   *
   * @param key where the key of the value starts, with its quote
   * @param quoted whether it is in quotes
   * @param value where the value starts, with its quote
   * @param tagOnly whether only attributes of a tag count
   */
  long nameInText(
      String s, int start, int key, boolean quoted, int value, int to, boolean tagOnly) {
    int open = quoted ? key : value;
    int escapes = 0;
    while (open < to && s.charAt(open) == '\\' && escapes < 64) {
      open++;
      escapes++;
    }
    char quote = open < to && Shapes.quote(s.charAt(open)) ? s.charAt(open) : NO_QUOTE;
    boolean bare = quote == NO_QUOTE;
    int window = bare ? BARE_WINDOW : WINDOW;
    Group group = new Group(s, start, key, to, window, quote, bare ? 0 : escapes);
    return tagOnly && group.bracket != '<' ? Span.NONE : group.name();
  }

  /**
   * Whether the value of the member whose key starts at {@code key} is of the private part of a
   * JSON Web Key (RFC 7518, section 6).
   *
   * @param key where the key starts, with its quote
   * @param escapes backslashes before that quote
   */
  boolean privateMember(
      String s, int start, int key, int value, int valueEnd, int to, int escapes) {
    if (valueEnd - value < SHORTEST_MEMBER) {
      return false;
    }
    boolean list = s.charAt(value) == '[';
    for (int i = value; i < valueEnd && !list; i++) {
      if (!Shapes.base64Url(s.charAt(i))) {
        return false;
      }
    }
    return new Group(s, start, key, to, JWK_WINDOW, '"', escapes).hasKeyType();
  }

  /** The members beside a key, as far as they are near. */
  private final class Group {
    private final String s;
    private final int key;
    private final int end;
    private final char quote;
    private final int escapes;
    private int from;

    /** What opens the group; 0 if nothing near does. */
    private char bracket;

    /** Where the token ends that was read last, without its quote. */
    private int tokenEnd;

    Group(String s, int start, int key, int to, int window, char quote, int escapes) {
      this.s = s;
      this.key = key;
      this.end = Math.min(to, key + window);
      this.quote = quote;
      this.escapes = escapes;
      open(Math.max(start, key - window), quote == NO_QUOTE);
    }

    /** Goes back to the start of the group, or to the last place known to be one of its members. */
    private void open(int least, boolean bare) {
      int depth = 0;
      int lines = 0;
      int strings = 0;
      int i = key;
      from = key;
      while (i > least) {
        char c = s.charAt(--i);
        if (c == quote && structural(i)) {
          do {
            i--;
          } while (i >= least && !(s.charAt(i) == quote && structural(i)));
          if (i < least || ++strings > MOST_STRINGS) {
            return;
          }
        } else if (c == '}' || c == ']' || c == ')') {
          depth++;
        } else if (c == '{' || c == '[' || c == '(' || c == '<') {
          if (depth == 0) {
            bracket = c;
            from = i + 1;
            return;
          }
          depth -= c == '<' ? 0 : 1;
        } else if (c == '>' || (c == '\n' && bare && ++lines > 1)) {
          return;
        }
        from = depth == 0 ? i : from;
      }
    }

    /** The sensitive name of the group; that of the pair before the key if nothing opens it. */
    long name() {
      long name = Span.NONE;
      long pointer = Span.NONE;
      boolean patch = false;
      boolean passed = false;
      int at = from;
      for (int next = nextKey(at); next >= 0; next = nextKey(at)) {
        int keyEnd = tokenEnd;
        at = afterSeparator(keyEnd);
        KeyKind kind = keys.ofMember(s, next, keyEnd);
        if (next >= key && !passed) {
          if (name != Span.NONE || bracket == 0) {
            return name;
          }
          passed = true;
        } else if (kind == KeyKind.NAMED && bracket == 0) {
          name = Span.NONE;
        } else if (kind == KeyKind.NAMES) {
          long found = sensitive(at);
          name = found == Span.NONE ? name : found;
        } else if (kind == KeyKind.POINTER) {
          pointer = sensitive(at);
        } else {
          patch |= kind == KeyKind.OPERATION;
        }
        if (passed && name != Span.NONE) {
          return name;
        }
      }
      count(at);
      return name == Span.NONE && patch ? pointer : name;
    }

    boolean hasKeyType() {
      int at = from;
      int members = 0;
      for (int next = nextKey(at); next >= 0 && members < MOST_STRINGS; next = nextKey(at)) {
        members++;
        if (tokenEnd - next == 3 && s.startsWith("kty", next)) {
          return true;
        }
        at = afterSeparator(tokenEnd);
      }
      count(at);
      return false;
    }

    private void count(int to) {
      if (work != null) {
        work.steps += key - from + to - from;
      }
    }

    /** The value at {@code at} if it is a sensitive name. */
    private long sensitive(int at) {
      int i = at;
      while (i < end && (s.charAt(i) == '\\' || Shapes.blank(s.charAt(i)))) {
        i++;
      }
      int to = i;
      if (i < end && Shapes.quote(s.charAt(i))) {
        char close = s.charAt(i++);
        to = i;
        while (to < end && s.charAt(to) != close) {
          to++;
        }
        to -= s.charAt(to - 1) == '\\' && to - 1 > i ? 1 : 0;
      } else {
        while (to < end && part(s.charAt(to))) {
          to++;
        }
      }
      boolean name = to > i && to - i <= LONGEST_NAME && CountedValue.letters(s, i, to);
      return name && keys.knownName(s, i, to).kind != KeyKind.PLAIN ? Span.of(i, to) : Span.NONE;
    }

    /** The next token of this group itself that a separator follows; negative at its end. */
    private int nextKey(int at) {
      int depth = 0;
      int i = at;
      while (i < end) {
        char c = s.charAt(i);
        int token = -1;
        if (c == quote && structural(i)) {
          token = ++i;
          while (i < end && !(s.charAt(i) == quote && structural(i))) {
            i++;
          }
          tokenEnd = Math.max(token, i - escapes);
        } else if (c == '{' || c == '[' || c == '(') {
          depth++;
        } else if (c == '}' || c == ']' || c == ')' || c == '>') {
          if (--depth < 0) {
            return -1;
          }
        } else if (part(c)) {
          token = i;
          while (i < end && part(s.charAt(i))) {
            i++;
          }
          tokenEnd = i--;
        }
        i++;
        if (token >= 0 && depth == 0 && afterSeparator(tokenEnd) > tokenEnd) {
          return token;
        }
      }
      return -1;
    }

    /** Where a value starts after the key that ends at {@code at}; {@code at} if none does. */
    private int afterSeparator(int at) {
      int i = at;
      while (i < end
          && (s.charAt(i) == '\\' || s.charAt(i) == quote || Shapes.blank(s.charAt(i)))) {
        i++;
      }
      boolean separator = i < end && (s.charAt(i) == '=' || (s.charAt(i) == ':' && bracket != '<'));
      return separator ? i + 1 : at;
    }

    private boolean part(char c) {
      return c != quote
          && !Shapes.blank(c)
          && !Shapes.quote(c)
          && c != '\\'
          && ",;={}[]()<>".indexOf(c) < 0
          && (c != ':' || bracket == '<');
    }

    /** Whether the quote at {@code i} is one of this level of nesting. */
    private boolean structural(int i) {
      int run = 0;
      while (run < i && s.charAt(i - run - 1) == '\\') {
        run++;
      }
      return run % (2 * (escapes + 1)) == escapes;
    }
  }
}
