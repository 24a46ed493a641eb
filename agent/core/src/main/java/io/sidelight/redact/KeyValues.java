package io.sidelight.redact;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secret value on the right of a separator ({@code =}, {@code :}, {@code %3D}, …) when
 * the key on its left is sensitive: {@code key=value}, {@code key: value}, {@code "key":"value"},
 * also with escaped quotes.
 *
 * <p>The key is looked for backwards over at most {@value #LONGEST_KEY} characters and not across
 * {@code floor}, unless all of a key in quotes was recognised before, such as the URL that it is. A
 * value is read only under a sensitive key, and what is read is masked and skipped, so the work
 * stays linear.
 */
final class KeyValues {

  static final int LONGEST_KEY = 128;
  private static final String REJECTED = "rejected value [";
  private static final String CODES = "]; codes";
  private static final int LONGEST_NEXT_KEY = 64;
  private static final int LONGEST_PROBE = 256;

  private static final String[] COLLECTIONS = {
    "List(", "Set(", "Seq(", "Vector(", "Map(", "Array(", "ArrayBuffer(", "HashMap(", "HashSet("
  };

  private static final boolean[] KEY_CHARS = new boolean[128];
  private static final boolean[] PHRASE_ENDS = new boolean[128];
  private static final byte[] LETTERS = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      KEY_CHARS[c] = Shapes.base64Url(c) || ".[]%\\$@".indexOf(c) >= 0;
      PHRASE_ENDS[c] = "yrdeiuSYRDE".indexOf(c) >= 0;
      LETTERS[c] = (byte) (Shapes.lower(c) || Shapes.upper(c) ? 1 : 0);
    }
  }

  private final KeyRules keys;
  private final RedactionRules rules;
  private final Siblings siblings;
  private final TestResult results;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  KeyValues(
      KeyRules keys, RedactionRules rules, @Nullable Work work, @Nullable Explainer explainer) {
    this.keys = keys;
    this.rules = rules;
    this.siblings = new Siblings(keys, work);
    this.results = new TestResult(rules.testResults);
    this.work = work;
    this.explainer = explainer;
  }

  /**
   * Whether a key or a phrase may end before {@code at}. What has fewer letters than any name in
   * the lists is none, such as a time of day.
   */
  boolean promising(String s, int floor, int at) {
    int letters = 0;
    for (int i = at - 1; i >= floor && at - i <= LONGEST_KEY; i--) {
      char c = s.charAt(i);
      if (c >= 128 || c == '\\' || c == '%' || c == ']') {
        return true;
      }
      if (!KEY_CHARS[c]) {
        boolean phrase = c == ' ' && letters > 0 && PHRASE_ENDS[s.charAt(at - 1)];
        return phrase || mayEndKey(c, i == at - 1, s.charAt(at - 1));
      }
      letters += LETTERS[c];
      if (letters >= rules.leastLetters) {
        return true;
      }
    }
    return false;
  }

  /** Whether a quote, a comment or a colour may end a key in {@code c}. */
  private static boolean mayEndKey(char c, boolean last, char before) {
    return last
        ? Shapes.blank(c) || Shapes.quote(c) || c == ';' || c == '/'
        : before == 'm' && (c == ';' || c == Ansi.ESCAPE);
  }

  /**
   * The value of the sensitive key before the separator at {@code at}, without its quotes.
   *
   * @param start where the text starts that may belong to a key in quotes
   * @param width length of the separator
   */
  long find(String s, int start, int floor, int at, int width, int to) {
    int end = keyEnd(s, floor, at);
    String entity = Entities.quoteBefore(s, floor, end);
    if (!entity.isEmpty()) {
      return betweenEntities(s, floor, end - entity.length(), entity, at + width, to);
    }
    if (end > floor
        && s.charAt(end - 1) == ']'
        && !MaskedCopy.endsAt(s, end)
        && end - 1 > floor
        && Shapes.quote(s.charAt(end - 2))) {
      end--;
    }
    boolean quoted = end > floor && Shapes.quote(s.charAt(end - 1));
    int keyEnd = quoted ? end - 1 : end;
    int from = quoted ? quotedKey(s, floor, keyEnd) : plainKey(s, floor, end);
    if (!quoted) {
      from = Ansi.keyStart(s, floor, from, keyEnd);
      if (isType(s, floor, from, keyEnd)) {
        keyEnd = from - 1;
        from = plainKey(s, floor, keyEnd);
      }
    }
    if (quoted && keyEnd == floor && floor > start && quotedValue(s, at + width, to)) {
      from = quotedKey(s, start, keyEnd);
    }
    count(at - from);
    KeyKind kind = keys.mayBeListed(s, from, keyEnd) ? keys.of(s, from, keyEnd) : KeyKind.PLAIN;
    boolean phrase = false;
    if ((kind == KeyKind.PLAIN || kind == KeyKind.OPAQUE)
        && !quoted
        && phrase(s, floor, from, keyEnd)) {
      from = phraseStart(s, floor, from);
      phrase = true;
      kind = KeyKind.SECRET;
    }
    if (kind == KeyKind.PLAIN && quoted && s.charAt(keyEnd) == '"') {
      kind = jwkMember(s, start, from, keyEnd, at + width, to);
    } else if (kind == KeyKind.NAMED || (kind == KeyKind.PLAIN && contentOfTag(s, from, at))) {
      return named(s, start, kind, from, keyEnd, quoted, at + width, to);
    }
    if (kind == KeyKind.PLAIN) {
      return Span.NONE;
    }
    long block = kind == KeyKind.OPAQUE || quoted ? Span.NONE : block(s, start, kind, from, at, to);
    if (block != Span.NONE) {
      if (explainer != null) {
        explainer.key(phrase ? KeyRules.Role.PHRASE : KeyRules.Role.KEY, s, from, keyEnd);
      }
      return block;
    }
    boolean parameter = !quoted && from > floor && "?&".indexOf(s.charAt(from - 1)) >= 0;
    if (kind == KeyKind.OPAQUE && parameter) {
      kind = keys.ofQuery(s, from, keyEnd);
    } else if (kind == KeyKind.COUNTED && !parameter) {
      kind = counted(s, quoted, at + width, to);
    }
    if (kind == KeyKind.SECRET && TestResult.named(s, from, keyEnd) && results.in(s, at, to)) {
      return Span.NONE;
    }
    long value = value(s, kind, from, keyEnd, quoted, at + width, to);
    if (explainer != null && value != Span.NONE) {
      explainer.key(phrase ? KeyRules.Role.PHRASE : KeyRules.Role.KEY, s, from, keyEnd);
    }
    return value;
  }

  /** End of the key before the separator at {@code at}: before blanks, colours and comments. */
  private static int keyEnd(String s, int floor, int at) {
    int end = at;
    char before = at > floor ? s.charAt(at - 1) : 0;
    if (Shapes.alphanumeric(before) && before != 'm') {
      // As nearly all keys end.
      return at;
    }
    while (true) {
      int last = end;
      while (end > floor && last - end < 8 && Shapes.blank(s.charAt(end - 1))) {
        end--;
      }
      end = Ansi.before(s, floor, end);
      if (end - 2 >= floor && s.startsWith("*/", end - 2)) {
        int least = Math.max(floor, end - LONGEST_KEY);
        int open = end - 2;
        while (open >= least && !s.startsWith("/*", open)) {
          open--;
        }
        end = open < least ? end : open;
      }
      if (end == last || at - end > LONGEST_PROBE) {
        return end;
      }
    }
  }

  /** The value of a sensitive key that is in quotes written as entities, from the one given on. */
  private long betweenEntities(String s, int floor, int keyEnd, String quote, int after, int to) {
    int least = Math.max(floor, keyEnd - LONGEST_KEY);
    int from = keyEnd - quote.length();
    while (from >= least && !s.startsWith(quote, from)) {
      from--;
    }
    if (from < least) {
      return Span.NONE;
    }
    from += quote.length();
    KeyKind kind = keys.mayBeListed(s, from, keyEnd) ? keys.of(s, from, keyEnd) : KeyKind.PLAIN;
    if (kind == KeyKind.PLAIN || kind == KeyKind.NAMED) {
      return Span.NONE;
    }
    kind = kind == KeyKind.COUNTED ? counted(s, true, after, to) : kind;
    long value = value(s, kind, keyEnd, keyEnd, true, after, to);
    if (explainer != null && value != Span.NONE) {
      explainer.key(KeyRules.Role.KEY, s, from, keyEnd);
    }
    return value;
  }

  /** The lines below a key without a value in its own line. */
  private static long block(String s, int start, KeyKind kind, int from, int at, int to) {
    if (s.charAt(at) != ':') {
      return Span.NONE;
    }
    int value = at + 1;
    while (value < to && inLine(s.charAt(value))) {
      value++;
    }
    if (value >= to || "\n\r\\|>".indexOf(s.charAt(value)) < 0) {
      return Span.NONE;
    }
    long block = YamlBlock.find(s, start, from, value, to);
    boolean secret =
        block != Span.NONE
            && kind.masks(s, Span.from(block), Span.to(block))
            && (kind != KeyKind.COUNTED
                || CountedValue.holdsText(s, Span.from(block), Span.to(block)));
    return secret ? block : Span.NONE;
  }

  /** Whether the word before a separator is the type of the key before it, as in Go. */
  private static boolean isType(String s, int floor, int from, int to) {
    return to - from == 6
        && from - 1 > floor
        && s.charAt(from - 1) == ' '
        && s.startsWith("string", from);
  }

  /** The value of a key that is half of a pair, if the name beside it is sensitive. */
  private long named(
      String s, int start, KeyKind own, int from, int keyEnd, boolean quoted, int after, int to) {
    int key = quoted && from > start ? from - 1 : from;
    while (quoted && key > start && s.charAt(key - 1) == '\\') {
      key--;
    }
    int value = afterBlanks(s, after, to);
    boolean tagOnly = own == KeyKind.PLAIN;
    long name = siblings.nameInText(s, start, key, quoted, value, to, tagOnly);
    if (name == Span.NONE) {
      return Span.NONE;
    }
    KeyKind kind = keys.knownName(s, Span.from(name), Span.to(name)).kind;
    if (kind == KeyKind.COUNTED) {
      kind = counted(s, quoted, after, to);
    }
    long span = value(s, kind, from, keyEnd, quoted, after, to);
    if (explainer != null && span != Span.NONE) {
      explainer.key(KeyRules.Role.KEY, s, Span.from(name), Span.to(name));
    }
    return span;
  }

  /** Whether the key is the {@code content} of what may be a tag. */
  private static boolean contentOfTag(String s, int from, int at) {
    return at - from == 7 && s.charAt(at) == '=' && s.regionMatches(true, from, "content", 0, 7);
  }

  private KeyKind jwkMember(String s, int start, int from, int keyEnd, int after, int to) {
    int end = keyEnd;
    while (end > from && s.charAt(end - 1) == '\\') {
      end--;
    }
    if (from == start || end - from > 3 || !rules.jwkMembers.contains(s.substring(from, end))) {
      return KeyKind.PLAIN;
    }
    int key = from - 1;
    int escapes = 0;
    while (key > start && s.charAt(key - 1) == '\\') {
      key--;
      escapes++;
    }
    int value = afterBlanks(s, after, to) + escapes;
    if (value < to && s.charAt(value) == '"') {
      value++;
    }
    end = value;
    while (end < to && end - value < LONGEST_PROBE && Shapes.base64Url(s.charAt(end))) {
      end++;
    }
    end = value < to && s.charAt(value) == '[' ? to : end;
    return siblings.privateMember(s, start, key, value, end, to, escapes)
        ? KeyKind.SECRET
        : KeyKind.PLAIN;
  }

  private static int afterBlanks(String s, int at, int to) {
    int i = at;
    while (i < to && Shapes.blank(s.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether a name that quotes may follow ends before the quote or escape at {@code at}. */
  boolean namesQuoted(String s, int floor, int at) {
    int end = QuotedValue.nameEnd(s, floor, at);
    if (end == floor || "dyestnDYESTN".indexOf(s.charAt(end - 1)) < 0) {
      return false;
    }
    KeyKind kind = quotedKind(s, floor, plainKey(s, floor, end), end);
    return kind != KeyKind.PLAIN;
  }

  /** How a value in quotes is read after a name: as a secret, if it looks like one, or not. */
  private KeyKind quotedKind(String s, int floor, int from, int end) {
    if (QuotedValue.clause(s, floor, end)) {
      return KeyKind.SECRET;
    }
    if (!keys.mayBeListed(s, from, end)) {
      return KeyKind.PLAIN;
    }
    if (phrase(s, floor, from, end)
        || rules.quotedNames.contains(s.substring(from, end).toLowerCase(Locale.ROOT))) {
      return KeyKind.SECRET;
    }
    KeyKind kind = keys.of(s, from, end);
    return kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED ? KeyKind.OPAQUE : KeyKind.PLAIN;
  }

  /** The secret in the quotes that open at {@code at}, if its name or a clause of SQL precedes. */
  long quoted(String s, int floor, int at, int to) {
    if (!namesQuoted(s, floor, at)) {
      return Span.NONE;
    }
    long value = QuotedValue.content(s, at, to);
    if (value == Span.NONE || prose(s, at + 1, Span.to(value))) {
      return Span.NONE;
    }
    int end = QuotedValue.nameEnd(s, floor, at);
    int from = plainKey(s, floor, end);
    if (!quotedKind(s, floor, from, end).masks(s, at + 1, Span.to(value))) {
      return Span.NONE;
    }
    if (explainer != null) {
      boolean phrase = phrase(s, floor, from, end);
      KeyRules.Role role = phrase ? KeyRules.Role.PHRASE : KeyRules.Role.KEY;
      explainer.key(role, s, phrase ? phraseStart(s, floor, from) : from, end);
    }
    return value;
  }

  boolean countsTests(String s, int at, int to) {
    return results.in(s, at, to);
  }

  /**
   * How a value is read under a key that stands for secrets or their number: a list or an object
   * whole if there is a text in it, one in quotes as it is, else only one that is no word.
   */
  private static KeyKind counted(String s, boolean quotedKey, int at, int to) {
    int i = at;
    while (i < to && i - at < 64 && (s.charAt(i) == '>' || Shapes.blank(s.charAt(i)))) {
      i++;
    }
    if (CountedValue.opens(s, i, to)) {
      return CountedValue.holdsText(s, i, to) ? KeyKind.QUALIFIED : KeyKind.OPAQUE;
    }
    return quotedKey || quotedValue(s, i, to) ? KeyKind.COUNTED : KeyKind.OPAQUE;
  }

  /** Whether a quote follows, as it does not after a URL that somebody put in quotes. */
  private static boolean quotedValue(String s, int at, int to) {
    int i = at;
    while (i < to && i - at < 64 && (Shapes.blank(s.charAt(i)) || s.charAt(i) == '\\')) {
      i++;
    }
    return i < to && Shapes.quote(s.charAt(i));
  }

  /** What to write around a mask so that a JSON number or object becomes a JSON string. */
  static String quoteFor(String s, int floor, int separator, int valueFrom) {
    if (Shapes.quote(s.charAt(valueFrom - 1))) {
      return "";
    }
    int end = separator;
    while (end > floor && Shapes.blank(s.charAt(end - 1))) {
      end--;
    }
    if (end <= floor || s.charAt(end - 1) != '"') {
      return "";
    }
    int from = end - 1;
    while (from > floor && s.charAt(from - 1) == '\\') {
      from--;
    }
    return s.substring(from, end);
  }

  private long value(
      String s, KeyKind kind, int key, int keyEnd, boolean quotedKey, int after, int to) {
    int from = after;
    while (from < to && (s.charAt(from) == '=' || s.charAt(from) == '>' || s.charAt(from) == ':')) {
      from++;
    }
    from = valueStart(s, quotedKey, from, to);
    if (!quotedKey) {
      from = TypedValue.start(s, from, to);
    }
    String entity = Entities.quoteAt(s, from, to);
    if (!entity.isEmpty()) {
      from += entity.length();
      int end = Entities.indexOf(s, from, to, entity);
      count(end - after);
      return kind.masks(s, from, end) ? Span.of(from, end) : Span.NONE;
    }
    if (s.startsWith(REJECTED, from)) {
      // A validation message of Spring.
      from += REJECTED.length();
      // A mask ends in a bracket itself.
      int masked = s.startsWith(Redactor.MASK, from) ? from + Redactor.MASK.length() : from;
      int end = s.indexOf(']', masked);
      end = end < 0 || end > to ? to : end;
      for (int i = end; i < to && i - end < LONGEST_PROBE; i++) {
        if (s.startsWith(CODES, i)) {
          end = i;
          break;
        }
      }
      return end > from ? Span.of(from, end) : Span.NONE;
    }
    int open = from;
    while (open < to && open - from < 64 && s.charAt(open) == '\\') {
      open++;
    }
    if (kind == KeyKind.OPAQUE) {
      // Decided by its first characters, because a value that is kept will be read again.
      from = open < to && Shapes.quote(s.charAt(open)) ? open + 1 : from;
      int probe = wordEnd(s, from, Math.min(to, from + LONGEST_PROBE));
      return Shapes.opaque(s, from, probe) ? Span.of(from, wordEnd(s, probe, to)) : Span.NONE;
    }
    int end;
    if (open < to && Shapes.quote(s.charAt(open))) {
      end = quotedEnd(s, open, open - from, to);
      from = open + 1;
    } else {
      boolean prose = !quotedKey && from > after && prose(s, from, to);
      if (prose) {
        end = from;
      } else if (!quotedKey && toEndOfLine(s, keyEnd)) {
        end = LineValue.end(s, key, keyEnd, from, to);
      } else {
        end = plainEnd(s, from, to);
      }
      int assigned = prose ? end : TypedValue.assigned(s, from, end, to);
      end = assigned > end ? quotedEnd(s, assigned, 0, to) + 1 : end;
      end = Math.min(end, to);
    }
    count(end - after);
    return kind.masks(s, from, end) ? Span.of(from, end) : Span.NONE;
  }

  /** Where a value starts: after blanks, colours and, where keys have quotes, comments. */
  private static int valueStart(String s, boolean quotedKey, int at, int to) {
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
    int limit = Math.min(to, at + LONGEST_PROBE);
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
  private static int quotedEnd(String s, int open, int escapes, int to) {
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
  private static int plainEnd(String s, int at, int to) {
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

  /** Header lines and phrases hold spaces. */
  private static boolean toEndOfLine(String s, int keyEnd) {
    return endsWith(s, keyEnd, "authorization")
        || endsWith(s, keyEnd, "cookie")
        || endsWith(s, keyEnd, "passphrase")
        || endsWith(s, keyEnd, "phrase")
        || endsWith(s, keyEnd, "mnemonic");
  }

  static boolean endsWith(String s, int end, String word) {
    return s.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  private static int wordEnd(String s, int at, int to) {
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
    while (i < to && i - at < LONGEST_NEXT_KEY && keyChar(s.charAt(i))) {
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

  private boolean prose(String s, int from, int to) {
    int end = from;
    boolean capitals = from < to && Shapes.upper(s.charAt(from));
    while (end < to
        && end - from < 16
        && (capitals ? Shapes.upper(s.charAt(end)) : Shapes.lower(s.charAt(end)))) {
      end++;
    }
    boolean stands =
        end == to || Shapes.blank(s.charAt(end)) || ",.;!)".indexOf(s.charAt(end)) >= 0;
    boolean last =
        end + 1 >= to
            || end >= to
            || Shapes.blank(s.charAt(end))
            || Shapes.blank(s.charAt(end + 1));
    return stands
        && last
        && end > from
        && rules.prose.contains(s.substring(from, end).toLowerCase(Locale.ROOT));
  }

  private boolean phrase(String s, int floor, int from, int end) {
    if (from >= end || from - 2 < floor || s.charAt(from - 1) != ' ' || !letters(s, from, end)) {
      return false;
    }
    char last = s.charAt(end - 1);
    // The second words of the pairs that people write with a space; all others are no phrase.
    if ((last < 128 && !PHRASE_ENDS[last]) || !keys.endsPhrase(s, from, end)) {
      return false;
    }
    return keys.phrase(s, phraseStart(s, floor, from), end);
  }

  /** Where the two words before the one at {@code from} start, as far as they are words. */
  private static int phraseStart(String s, int floor, int from) {
    int start = from - 1;
    int spaces = 1;
    while (start > floor && from - start < 24) {
      char c = s.charAt(start - 1);
      if (c == ' ' && ++spaces > 2) {
        break;
      }
      if (c != ' ' && c < 128 && !Shapes.alphanumeric(c)) {
        break;
      }
      start--;
    }
    return start;
  }

  private static int quotedKey(String s, int floor, int close) {
    char quote = s.charAt(close);
    int i = close;
    while (i > floor && close - i < LONGEST_KEY && s.charAt(i - 1) != quote) {
      if (MaskedCopy.endsAt(s, i)) {
        break;
      }
      i--;
    }
    return i;
  }

  private static int plainKey(String s, int floor, int end) {
    int i = end;
    int least = Math.max(floor, end - LONGEST_KEY);
    while (i > least) {
      char c = s.charAt(i - 1);
      if (!keyChar(c) || (c == ']' && MaskedCopy.endsAt(s, i))) {
        break;
      }
      i--;
    }
    return i;
  }

  static boolean keyChar(char c) {
    return c >= 128 || KEY_CHARS[c];
  }

  private static boolean letters(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (Shapes.lower(c) || Shapes.upper(c) || c >= 0x80 || c == '\\' || c == '%') {
        return true;
      }
    }
    return false;
  }

  private static boolean blank(char c) {
    return Shapes.blank(c) && c != Ansi.ESCAPE;
  }

  private static boolean inLine(char c) {
    return c == ' ' || c == '\t';
  }

  private void count(int steps) {
    if (work != null) {
      work.steps += steps;
    }
  }
}
