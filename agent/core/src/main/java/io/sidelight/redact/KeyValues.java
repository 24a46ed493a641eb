package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Finds the secret value on the right of a separator ({@code =}, {@code :}, {@code %3D}, …) when
 * the key on its left is sensitive: {@code key=value}, {@code key: value}, {@code "key":"value"},
 * also with escaped quotes.
 *
 * <p>The key is looked for backwards over at most {@value KeyText#LONGEST} characters and not
 * across {@code floor}, unless all of a key in quotes was recognised before, such as the URL that
 * it is. A value is read only under a sensitive key, and what is read is masked and skipped, so the
 * work stays linear.
 */
final class KeyValues {

  private static final String[] LEAD_INS = {"rejected value ", "invalid value "};
  private static final String CODES = "]; codes";
  private static final int LONGEST_PROBE = 256;

  private static final byte[] LETTERS = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      LETTERS[c] = (byte) (Shapes.lower(c) || Shapes.upper(c) ? 1 : 0);
    }
  }

  private final KeyRules keys;
  private final RedactionRules rules;
  private final Siblings siblings;
  private final Phrases phrases;
  private final Prose prose;
  private final TestResult results;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  KeyValues(
      KeyRules keys,
      Phrases phrases,
      Prose prose,
      RedactionRules rules,
      @Nullable Work work,
      @Nullable Explainer explainer) {
    this.keys = keys;
    this.rules = rules;
    this.phrases = phrases;
    this.prose = prose;
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
    for (int i = at - 1; i >= floor && at - i <= KeyText.LONGEST; i--) {
      char c = s.charAt(i);
      if (c >= 128 || c == '\\' || c == '%' || c == ']') {
        return true;
      }
      if (!KeyText.isKey(c)) {
        boolean phrase = c == ' ' && letters > 0 && Phrases.mayEnd(s.charAt(at - 1));
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
        ? Shapes.blank(c) || Shapes.quote(c) || c == ';' || c == '/' || c == ')'
        : before == 'm' && (c == ';' || c == Ansi.ESCAPE);
  }

  /**
   * The value of the sensitive key before the separator at {@code at}, without its quotes.
   *
   * @param start where the text starts that may belong to a key in quotes
   * @param width length of the separator
   */
  long find(String s, int start, int floor, int at, int width, int to) {
    int end = KeyText.end(s, floor, at);
    String entity = Entities.quoteBefore(s, floor, end);
    if (!entity.isEmpty()) {
      return betweenEntities(s, floor, end - entity.length(), entity, at + width, to);
    }
    if (end > floor && s.charAt(end - 1) == ')') {
      return tuple(s, floor, end, at, to);
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
    int from = quoted ? KeyText.quotedStart(s, floor, keyEnd) : KeyText.plainStart(s, floor, end);
    if (!quoted) {
      from = Ansi.keyStart(s, floor, from, keyEnd);
      if (KeyText.isType(s, floor, from, keyEnd)) {
        keyEnd = from - 1;
        from = KeyText.plainStart(s, floor, keyEnd);
      }
    }
    if (quoted && keyEnd == floor && floor > start && ValueText.inQuotes(s, at + width, to)) {
      from = KeyText.quotedStart(s, start, keyEnd);
    }
    count(at - from);
    KeyKind kind = keys.mayBeListed(s, from, keyEnd) ? keys.of(s, from, keyEnd) : KeyKind.PLAIN;
    boolean phrase = false;
    if ((kind == KeyKind.PLAIN || kind == KeyKind.OPAQUE)
        && !quoted
        && phrases.ends(s, floor, from, keyEnd)) {
      from = Phrases.start(s, floor, from);
      phrase = true;
      kind = KeyKind.SECRET;
    }
    if (kind == KeyKind.PLAIN
        && s.charAt(at) == '='
        && ValueText.inQuotes(s, at + 1, to)
        && SqlText.setsPassword(s, floor, at)) {
      kind = KeyKind.SECRET;
    }
    if (kind == KeyKind.PLAIN && quoted && s.charAt(keyEnd) == '"') {
      kind = jwkMember(s, start, from, keyEnd, at + width, to);
    } else if (kind == KeyKind.NAMED
        || (kind == KeyKind.PLAIN && KeyText.isContentOfTag(s, from, at))) {
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

  /** The values of PostgreSQL's {@code (a, b)=(x, y)} if one of the columns is sensitive. */
  private long tuple(String s, int floor, int end, int at, int to) {
    if (!s.startsWith("=(", at) || end != at) {
      return Span.NONE;
    }
    int least = Math.max(floor, end - KeyText.LONGEST);
    for (int i = end - 1; i > least && s.charAt(i) != '('; i--) {
      int column = KeyText.plainStart(s, least, i);
      if (column < i && keys.mayBeListed(s, column, i)) {
        KeyKind kind = keys.of(s, column, i);
        if (kind == KeyKind.SECRET || kind == KeyKind.QUALIFIED || kind == KeyKind.COUNTED) {
          int close = ValueText.tupleEnd(s, at + 2, to);
          count(close - at);
          if (explainer != null) {
            explainer.key(KeyRules.Role.KEY, s, column, i);
          }
          return close > at + 2 ? Span.of(at + 2, close) : Span.NONE;
        }
      }
      i = Math.min(i, column + 1);
    }
    return Span.NONE;
  }

  /** The value of a sensitive key that is in quotes written as entities, from the one given on. */
  private long betweenEntities(String s, int floor, int keyEnd, String quote, int after, int to) {
    int least = Math.max(floor, keyEnd - KeyText.LONGEST);
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
    while (value < to && ValueText.inLine(s.charAt(value))) {
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

  /** The value of a key that is half of a pair, if the name beside it is sensitive. */
  private long named(
      String s, int start, KeyKind own, int from, int keyEnd, boolean quoted, int after, int to) {
    int key = quoted && from > start ? from - 1 : from;
    while (quoted && key > start && s.charAt(key - 1) == '\\') {
      key--;
    }
    int value = ValueText.afterBlanks(s, after, to);
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
    int value = ValueText.afterBlanks(s, after, to) + escapes;
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
    return quotedKey || ValueText.inQuotes(s, i, to) ? KeyKind.COUNTED : KeyKind.OPAQUE;
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

  /** After the words that say of a value in a message what is wrong with it; else {@code at}. */
  private static int afterLeadIn(String s, int at, int to) {
    for (String leadIn : LEAD_INS) {
      int after = at + leadIn.length();
      if (after < to && s.regionMatches(true, at, leadIn, 0, leadIn.length())) {
        return after;
      }
    }
    return at;
  }

  private long value(
      String s, KeyKind kind, int key, int keyEnd, boolean quotedKey, int after, int to) {
    int from = after;
    while (from < to && (s.charAt(from) == '=' || s.charAt(from) == '>' || s.charAt(from) == ':')) {
      from++;
    }
    from = ValueText.start(s, quotedKey, from, to);
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
    int told = afterLeadIn(s, from, to);
    if (told > from && (s.charAt(told) != '[' || s.startsWith(Redactor.MASK, told))) {
      from = told;
    } else if (told > from) {
      // A validation message of Spring.
      from = told + 1;
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
      int probe = ValueText.wordEnd(s, from, Math.min(to, from + LONGEST_PROBE));
      return Shapes.opaque(s, from, probe)
          ? Span.of(from, ValueText.wordEnd(s, probe, to))
          : Span.NONE;
    }
    int end;
    if (open < to && Shapes.quote(s.charAt(open))) {
      end = ValueText.quotedEnd(s, open, open - from, to);
      from = open + 1;
    } else {
      boolean sentence = !quotedKey && from > after && prose.startsAt(s, from, to);
      if (sentence) {
        end = from;
      } else if (!quotedKey && KeyText.toEndOfLine(s, keyEnd)) {
        end = LineValue.end(s, key, keyEnd, from, to);
      } else {
        end = ValueText.plainEnd(s, from, to);
      }
      int assigned = sentence ? end : TypedValue.assigned(s, from, end, to);
      end = assigned > end ? ValueText.quotedEnd(s, assigned, 0, to) + 1 : end;
      end = Math.min(end, to);
    }
    count(end - after);
    return kind.masks(s, from, end) ? Span.of(from, end) : Span.NONE;
  }

  private void count(int steps) {
    if (work != null) {
      work.steps += steps;
    }
  }
}
