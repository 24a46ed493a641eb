package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in free text in one forward pass.
 *
 * <p>{@link Triggers} tell where a secret may be recognised; all other characters cost one look-up
 * each. A recogniser looks back and ahead over a bounded stretch, or over what it then masks, so
 * the whole is linear. The position after a recognised span is the floor: no secret starts before
 * it, and a name neither, unless quotes or brackets show where the name starts.
 */
final class TextScanner {

  /** Characters of {@code basic} with a gap and the fewest that are credentials. */
  private static final int SHORTEST_SHAPE = 10;

  /** Digits of the shortest card number, of which the first may begin the text. */
  private static final int LEAST_DIGITS = CardNumber.SHORTEST - 1;

  private final Triggers triggers;
  private final KeyValues keyValues;
  private final QuotedValue quotedValues;
  private final VendorKeys vendorKeys;
  private final CommandLine commands;
  private final UrlScanner urls;
  private final KeyRules keys;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  TextScanner(
      RedactionRules rules, KeyRules keys, @Nullable Work work, @Nullable Explainer explainer) {
    this.keys = keys;
    this.explainer = explainer;
    Phrases phrases = new Phrases(keys);
    Prose prose = new Prose(rules.prose);
    this.keyValues = new KeyValues(keys, phrases, prose, rules, work, explainer);
    this.quotedValues = new QuotedValue(keys, phrases, prose, rules.quotedNames, explainer);
    this.vendorKeys = new VendorKeys(rules.vendorKeys, work);
    this.commands = new CommandLine(keys, prose, rules, work);
    this.urls = new UrlScanner(this, keys, explainer);
    this.work = work;
    this.triggers = new Triggers(vendorKeys);
  }

  /** Whether there is a secret in this text. */
  boolean finds(String s) {
    return scan(s, 0, s.length(), true, null) != null;
  }

  /** This text with its secrets masked, as {@link Redactor#text} does it. */
  String settle(String s) {
    String result = s;
    for (int pass = 0; pass < Redactor.MOST_PASSES; pass++) {
      MaskedCopy copy = scan(result, 0, result.length(), true, null);
      if (copy == null) {
        return result;
      }
      result = MaskedCopy.finish(copy, result);
    }
    return Redactor.MASK;
  }

  /** Whether the value at {@code at} under this key is a count of passed tests. */
  boolean countsTests(String key, String s, int at, int to) {
    return TestResult.named(key, 0, key.length()) && keyValues.countsTests(s, at, to);
  }

  UrlScanner urls() {
    return urls;
  }

  /**
   * Masks what is secret in {@code s[from, to)}.
   *
   * @param withUrls whether path and query of URLs are redacted too; false inside of a URL, so that
   *     nesting can't lead to recursion
   * @param copy what was masked before {@code from}, or null
   */
  @Nullable MaskedCopy scan(
      String s, int from, int to, boolean withUrls, @Nullable MaskedCopy copy) {
    MaskedCopy out = copy;
    int floor = from;
    int i = from;
    if (work != null) {
      work.steps += to - from;
    }
    while (true) {
      i = triggers.next(s, floor, i, to);
      if (i >= to) {
        return out;
      }
      char c = s.charAt(i);
      if (c == ':'
          && s.startsWith("//", i + 1)
          && i > from
          && Shapes.alphanumeric(s.charAt(i - 1))) {
        int end = withUrls ? urls.end(s, i + 3, to) : to;
        out = withUrls ? urls.scan(s, i + 3, end, out) : urls.userInfo(s, i + 3, end, out);
        floor = withUrls ? end : urls.userInfoEnd(s, i + 3, end);
        i = floor;
        continue;
      }
      byte action = triggers.action(c);
      int next = action == Triggers.DIGIT ? digitsEnd(s, i, to) : i + 1;
      long span = find(s, from, floor, i, next, to, action);
      if (span == Span.NONE) {
        i = next;
        continue;
      }
      span = withShapes(s, span, to);
      boolean key = action == Triggers.SEPARATOR || action == Triggers.PERCENT;
      String quote = key ? KeyValues.quoteFor(s, floor, i, Span.from(span)) : "";
      if (explainer != null) {
        explain(explainer, s, action, span);
      }
      out = MaskedCopy.mask(out, s, Span.from(span), Span.to(span), quote);
      i = Span.to(span);
      floor = i;
    }
  }

  /**
   * Reads the content of the JSON string that starts at {@code from}, up to its closing quote.
   *
   * @param text all of {@code s}
   * @return a {@link JsonString}
   */
  long readString(String s, byte[] text, int from, int to) {
    boolean suspect = false;
    int digits = 0;
    int i = from;
    for (; i + Latin1.WORD <= to; i += Latin1.PAIRS) {
      long word = Latin1.word(text, i);
      long stops = Latin1.stops(word);
      if (stops != 0) {
        int end = i + (Long.numberOfTrailingZeros(stops) >>> 3);
        if (text[end] != '"') {
          break;
        }
        if (end - from < SHORTEST_SHAPE) {
          return JsonString.of(end, 0);
        }
        long rest = word & (stops & -stops) - 1;
        int pairs = triggers.pairs(rest);
        digits += pairs & Triggers.MOST_DIGITS;
        suspect =
            suspect
                || digits >= LEAST_DIGITS
                || (pairs > Triggers.MOST_DIGITS && promisingPair(s, from, rest, i, end));
        return JsonString.of(end, suspect ? JsonString.SUSPECT : 0);
      }
      int pairs = triggers.pairs(word);
      digits += pairs & Triggers.MOST_DIGITS;
      suspect = suspect || (pairs > Triggers.MOST_DIGITS && promisingPair(s, from, word, i, to));
    }
    return readAnyString(s, text, from, to);
  }

  private long readAnyString(String s, byte[] text, int from, int to) {
    int flags = 0;
    int i = Latin1.plainEnd(text, from, to);
    while (i < to && text[i] != '"') {
      if (text[i] == '\\') {
        int escaped = i + 1 < to ? text[i + 1] : '\\';
        flags |= JsonString.ESCAPED;
        // All others stand for white space, quotes and backslashes, of which no secret begins.
        flags |= escaped == 'u' || escaped == '/' ? JsonString.SUSPECT : 0;
        if (escaped == '"' && quotedValues.isNamed(s, from, i)) {
          flags |= JsonString.SUSPECT;
        }
        i = Math.min(i + 2, to);
      } else {
        if ((flags & JsonString.SUSPECT) == 0 && promisingSeparator(s, from, i, to)) {
          flags |= JsonString.SUSPECT;
        }
        i++;
      }
      i = Latin1.plainEnd(text, i, to);
    }
    if ((flags & JsonString.SUSPECT) == 0
        && i - from >= SHORTEST_SHAPE
        && promisingShape(s, text, from, i)) {
      flags |= JsonString.SUSPECT;
    }
    return JsonString.of(i, flags);
  }

  /** Whether a key or a URL may end in the character at {@code i}, as the text has it. */
  private boolean promisingSeparator(String s, int from, int i, int to) {
    char c = s.charAt(i);
    return triggers.isAlways(c) && promising(s, from, i, to, triggers.action(c));
  }

  private boolean promisingShape(String s, byte[] text, int from, int to) {
    int digits = 0;
    int i = from;
    for (; i + Latin1.WORD <= to; i += Latin1.PAIRS) {
      long word = Latin1.word(text, i);
      int pairs = triggers.pairs(word);
      digits += pairs & Triggers.MOST_DIGITS;
      if (pairs > Triggers.MOST_DIGITS && promisingPair(s, from, word, i, to)) {
        return true;
      }
    }
    long rest = Latin1.word(text, to - Latin1.WORD) >>> (i + Latin1.WORD - to) * Byte.SIZE;
    int pairs = triggers.pairs(rest);
    digits += pairs & Triggers.MOST_DIGITS;
    return digits >= LEAST_DIGITS
        || (pairs > Triggers.MOST_DIGITS && promisingPair(s, from, rest, i, to));
  }

  /** As {@link #promisingShape}, for the pairs of the word at {@code at}. */
  private boolean promisingPair(String s, int floor, long word, int at, int to) {
    for (int places = triggers.places(word); places != 0; places &= places - 1) {
      int i = at + 1 + Integer.numberOfTrailingZeros(places);
      if (promising(s, floor, i, to, triggers.action(s.charAt(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #find} or the look at a URL, at the same place, may give something. */
  private boolean promising(String s, int floor, int i, int to, byte action) {
    switch (action) {
      case Triggers.SEPARATOR:
        return keyValues.promising(s, floor, i)
            || s.startsWith("//", i + 1)
            || BotToken.promising(s, i);
      case Triggers.SCHEME:
        return (i > floor && Credentials.schemeAt(s, i - 1))
            || marked(s, floor, i, to) != Span.NONE;
      case Triggers.TOKEN:
        return i - 2 >= floor && s.charAt(i - 2) == 'e';
      case Triggers.VENDOR:
        return s.charAt(i) == '-' || marked(s, floor, i, to) != Span.NONE;
      case Triggers.DIGIT:
        return Iban.find(s, floor, i, to) != Span.NONE;
      default:
        return true;
    }
  }

  /**
   * The span with the rest of a shape that starts in it: a value without quotes ends at a blank,
   * but a private key, a card number or an IBAN may hold some.
   */
  private long withShapes(String s, long span, int to) {
    int from = Span.from(span);
    int end = Span.to(span);
    if (end >= to || Shapes.quote(s.charAt(end)) || s.charAt(end) == '<') {
      return span;
    }
    int last = end;
    int floor = from;
    int i = triggers.next(s, floor, from, end);
    while (i < end) {
      byte action = triggers.action(s.charAt(i));
      int next = action == Triggers.DIGIT ? digitsEnd(s, i, to) : i + 1;
      long shape = isShape(action) ? find(s, from, floor, i, next, to, action) : Span.NONE;
      if (shape != Span.NONE) {
        next = Span.to(shape);
        floor = next;
        last = Math.max(last, next);
      }
      i = triggers.next(s, floor, next, end);
    }
    return Span.of(from, last);
  }

  private static boolean isShape(byte action) {
    return action == Triggers.DIGIT
        || action == Triggers.SCHEME
        || action == Triggers.TOKEN
        || action == Triggers.VENDOR;
  }

  private long find(String s, int start, int floor, int i, int next, int to, byte action) {
    switch (action) {
      case Triggers.SEPARATOR:
        long password = s.charAt(i) == ':' ? afterColon(s, floor, i, to) : Span.NONE;
        return password == Span.NONE && keyValues.promising(s, floor, i)
            ? keyValues.find(s, start, floor, i, 1, to)
            : password;
      case Triggers.PERCENT:
        int width = encodedSeparator(s, i, to);
        return width == 0 ? Span.NONE : keyValues.find(s, start, floor, i, width, to);
      case Triggers.DIGIT:
        int digits = digitsStart(s, floor, i);
        long iban = Iban.find(s, floor, digits, to);
        if (iban != Span.NONE) {
          return iban;
        }
        return CardNumber.promising(s, digits, next, to)
            ? CardNumber.find(s, floor, digits, next, to)
            : Span.NONE;
      case Triggers.SCHEME:
        long credentials = i > floor ? Credentials.find(s, i - 1, to) : Span.NONE;
        return credentials == Span.NONE ? marked(s, floor, i, to) : credentials;
      case Triggers.TOKEN:
        return JsonWebToken.find(s, floor, i, to);
      case Triggers.ENTITY:
        return written(s, start, i + 1, to);
      case Triggers.ESCAPE:
        long escaped = escaped(s, start, floor, i, to);
        return escaped == Span.NONE ? marked(s, floor, i, to) : escaped;
      case Triggers.QUOTE:
        return quotedValues.find(s, floor, i, to);
      case Triggers.TAG:
        return i > floor && s.charAt(i - 1) == '-'
            ? keyValues.find(s, start, floor, i - 1, 2, to)
            : XmlElement.find(s, start, i, to, keys, explainer);
      default:
        long block = s.charAt(i) == '-' ? privateKey(s, floor, i, to) : Span.NONE;
        return block == Span.NONE ? marked(s, floor, i, to) : block;
    }
  }

  /** What is a secret by what stands around a colon. */
  private long afterColon(String s, int floor, int i, int to) {
    long token = BotToken.find(s, floor, i, to);
    long span = token == Span.NONE ? OracleUrl.find(s, floor, i, to) : token;
    if (explainer != null && span != Span.NONE) {
      explainer.rule(token == Span.NONE ? "oracle url" : "bot token");
    }
    return span;
  }

  /** A vendor's key, or what an option, a command or a clause of SQL gives away. */
  private long marked(String s, int floor, int i, int to) {
    long key = vendorKeys.find(s, floor, i, to);
    if (key != Span.NONE || i <= floor || !CommandLine.pair(s.charAt(i - 1), s.charAt(i))) {
      return key;
    }
    long argument =
        s.charAt(i) == SqlText.LAST_OF_CLAUSE
            ? SqlText.unquotedPassword(s, floor, i, to)
            : commands.find(s, floor, i, to);
    if (explainer != null && argument != Span.NONE) {
      explainer.rule("command line");
    }
    return argument;
  }

  /** The content of the element whose tag ends at {@code end} in a bracket written as text. */
  private long written(String s, int start, int end, int to) {
    int bracket = Entities.closing(s, start, end);
    return bracket < 0
        ? Span.NONE
        : XmlElement.findWritten(s, start, end, bracket, to, keys, explainer);
  }

  /** What follows a separator or a bracket that is written as an escape of JSON. */
  private long escaped(String s, int start, int floor, int i, int to) {
    int end = i + 5;
    if (end > to || i <= floor || !s.startsWith("00", i + 1) || s.charAt(i + 3) != '3') {
      return Span.NONE;
    }
    char last = s.charAt(i + 4);
    if (last == 'd' || last == 'D' || last == 'a' || last == 'A') {
      return keyValues.find(s, start, floor, i - 1, 6, to);
    }
    return last == 'e' || last == 'E' ? written(s, start, end, to) : Span.NONE;
  }

  /** Names the rule of a span; those found by a key were told with it. */
  private void explain(Explainer to, String s, byte action, long span) {
    int from = Span.from(span);
    switch (action) {
      case Triggers.DIGIT:
        to.rule(Shapes.upper(s.charAt(from)) ? "iban" : "card number");
        break;
      case Triggers.SCHEME:
        String mark = vendorKeys.mark(s, from, Span.to(span));
        String rule = mark.isEmpty() ? Credentials.schemeBefore(s, from) : "vendor key " + mark;
        if (!rule.isEmpty()) {
          to.rule(rule);
        }
        break;
      case Triggers.TOKEN:
        to.rule(JsonWebToken.encrypted(s, from, Span.to(span)) ? "jwe" : "jwt");
        break;
      case Triggers.ESCAPE:
        String vendor = vendorKeys.mark(s, from, Span.to(span));
        if (!vendor.isEmpty()) {
          to.rule("vendor key " + vendor);
        }
        break;
      case Triggers.VENDOR:
        boolean block = s.startsWith("-----BEGIN ", from);
        String of = vendorKeys.mark(s, from, Span.to(span));
        if (block || !of.isEmpty()) {
          to.rule(block ? "private key" : "vendor key " + of);
        }
        break;
      default:
        break;
    }
    to.masked(s, from, Span.to(span));
  }

  /** The second hyphen of a block's first line is the trigger. */
  private static long privateKey(String s, int floor, int i, int to) {
    return i > floor ? PrivateKeyBlock.find(s, i - 1, to) : Span.NONE;
  }

  /** Length of {@code %3D} or {@code %3A}, once or twice encoded, at {@code i}; 0 if none. */
  private static int encodedSeparator(String s, int i, int to) {
    int at = s.startsWith("25", i + 1) ? i + 3 : i + 1;
    if (at + 2 > to || s.charAt(at) != '3') {
      return 0;
    }
    char c = s.charAt(at + 1);
    return c == 'D' || c == 'd' || c == 'A' || c == 'a' ? at + 2 - i : 0;
  }

  private static int digitsEnd(String s, int at, int to) {
    int end = at + 1;
    while (end < to && Shapes.digit(s.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int digitsStart(String s, int floor, int at) {
    int start = at;
    while (start > floor && Shapes.digit(s.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
