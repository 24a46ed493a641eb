package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in free text in one forward pass.
 *
 * <p>A table tells for each ASCII character whether a secret may be recognised there; all others
 * cost one look-up. A recogniser looks back and ahead over a bounded stretch, or over what it then
 * masks, so the whole is linear. The position after a recognised span is the floor: nothing before
 * it is looked at again, which is also why a second pass finds what the first left.
 */
final class TextScanner {

  private static final byte NOTHING = 0;
  private static final byte SEPARATOR = 1;
  private static final byte DIGIT = 2;
  private static final byte LETTER_B = 3;
  private static final byte LETTER_J = 4;
  private static final byte PERCENT = 5;
  private static final byte VENDOR = 6;
  private static final byte TAG = 7;

  private final byte[] actions = new byte[128];
  private final KeyValues keyValues;
  private final VendorKeys vendorKeys;
  private final UrlScanner urls;
  private final KeyRules keys;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  TextScanner(
      RedactionRules rules, KeyRules keys, @Nullable Work work, @Nullable Explainer explainer) {
    this.keys = keys;
    this.explainer = explainer;
    this.keyValues = new KeyValues(keys, rules, work, explainer);
    this.vendorKeys = new VendorKeys(rules.prefixes);
    this.urls = new UrlScanner(this, keys, explainer);
    this.work = work;
    for (char c = 0; c < 128; c++) {
      actions[c] = vendorKeys.triggeredBy(c) ? VENDOR : Shapes.digit(c) ? DIGIT : NOTHING;
    }
    actions['='] = SEPARATOR;
    actions[':'] = SEPARATOR;
    actions['%'] = PERCENT;
    actions['b'] = LETTER_B;
    actions['B'] = LETTER_B;
    actions['J'] = LETTER_J;
    actions['-'] = VENDOR;
    actions['>'] = TAG;
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
    while (i < to) {
      char c = s.charAt(i);
      byte action = c < 128 ? actions[c] : c == '\uFF1D' || c == '\uFF1A' ? SEPARATOR : NOTHING;
      if (action == NOTHING) {
        i++;
        continue;
      }
      if (c == ':'
          && i > floor
          && Shapes.alphanumeric(s.charAt(i - 1))
          && s.startsWith("//", i + 1)) {
        int end = withUrls ? urls.end(s, i + 3, to) : to;
        out = withUrls ? urls.scan(s, i + 3, end, out) : urls.userInfo(s, i + 3, end, out);
        int next = withUrls ? end : urls.userInfoEnd(s, i + 3, end);
        floor = next;
        i = next;
        continue;
      }
      long span = find(s, floor, i, to, action);
      if (span == Span.NONE) {
        i = action == DIGIT ? digits(s, i, to) : i + 1;
        continue;
      }
      boolean key = action == SEPARATOR || action == PERCENT;
      String quote = key ? KeyValues.quoteFor(s, floor, i, Span.from(span)) : "";
      if (explainer != null) {
        explain(explainer, s, action, span);
      }
      out = MaskedCopy.mask(out, s, Span.from(span), Span.to(span), quote);
      i = Span.to(span);
      floor = i;
    }
    return out;
  }

  private long find(String s, int floor, int i, int to, byte action) {
    switch (action) {
      case SEPARATOR:
        long password = s.charAt(i) == ':' ? OracleUrl.find(s, floor, i, to) : Span.NONE;
        if (password == Span.NONE) {
          return keyValues.find(s, floor, i, 1, to);
        }
        if (explainer != null) {
          explainer.rule("oracle url");
        }
        return password;
      case PERCENT:
        int width = encodedSeparator(s, i, to);
        return width == 0 ? Span.NONE : keyValues.find(s, floor, i, width, to);
      case DIGIT:
        long iban = Iban.find(s, floor, i, to);
        return iban == Span.NONE ? CardNumber.find(s, floor, i, digits(s, i, to), to) : iban;
      case LETTER_B:
        return Credentials.find(s, i, to);
      case LETTER_J:
        return JsonWebToken.find(s, floor, i, to);
      case TAG:
        return i > floor && s.charAt(i - 1) == '-'
            ? keyValues.find(s, floor, i - 1, 2, to)
            : XmlElement.find(s, floor, i, to, keys, explainer);
      default:
        long block = s.charAt(i) == '-' ? PrivateKeyBlock.find(s, i, to) : Span.NONE;
        return block == Span.NONE ? vendorKeys.find(s, floor, i, to) : block;
    }
  }

  /** Names the rule of a span; those found by a key were told with it. */
  private void explain(Explainer to, String s, byte action, long span) {
    int from = Span.from(span);
    switch (action) {
      case DIGIT:
        to.rule(Shapes.upper(s.charAt(from)) ? "iban" : "card number");
        break;
      case LETTER_B:
        to.rule(Credentials.schemeBefore(s, from));
        break;
      case LETTER_J:
        to.rule(JsonWebToken.encrypted(s, from, Span.to(span)) ? "jwe" : "jwt");
        break;
      case VENDOR:
        boolean block = s.startsWith("-----BEGIN ", from);
        to.rule(block ? "private key" : "vendor key " + vendorKeys.prefix(s, from));
        break;
      default:
        break;
    }
    to.masked(s, from, Span.to(span));
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

  private static int digits(String s, int at, int to) {
    int end = at + 1;
    while (end < to && Shapes.digit(s.charAt(end))) {
      end++;
    }
    return end;
  }
}
