package io.sidelight.redact;

import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in a JSON text in one forward pass over its tokens: values under a sensitive key
 * whole, whatever they are, and what is secret by its shape in any other string, key or number.
 *
 * <p>Only what a token may follow is checked, and how deep it stands; which bracket closes which is
 * not, so there is no stack. A text that ends too early counts as cut off. At the first token that
 * is out of place the text is no JSON, and {@link TextScanner} reads all of it, as masked so far.
 *
 * <p>A string that holds an escape is decoded to be looked at; if it is JSON itself it is read as
 * such, one level deep. Masks are JSON strings, so JSON stays JSON.
 */
final class JsonScanner {

  private static final int LONGEST_PLAIN_NUMBER = 11;
  private static final int MOST_LEVELS = 2;

  /** No depth. */
  private static final int NONE = -1;

  /** What may come next: an item, which is a key or a value, a value, or what follows one. */
  private enum Place {
    ITEM,
    VALUE,
    NEXT
  }

  private static final int UUID = 36;

  /** With so few characters after the seconds they can't be a card number. */
  private static final int LONGEST_TIME = 30;

  /** Stands before the first key of each document. */
  private final KnownKey start = new KnownKey("", KeyKind.PLAIN, KnownKey.NO_SLOT);

  private final TextScanner text;
  private final KeyRules keys;
  private final Siblings siblings;
  private final @Nullable Work work;
  private final @Nullable Explainer explainer;

  JsonScanner(TextScanner text, KeyRules keys, @Nullable Work work, @Nullable Explainer explainer) {
    this.text = text;
    this.keys = keys;
    this.siblings = new Siblings(keys, work);
    this.work = work;
    this.explainer = explainer;
  }

  /** The text with its secrets masked; the same instance if there are none. */
  String redact(String s) {
    return redact(s, 1);
  }

  private String redact(String s, int level) {
    String result = s;
    for (int pass = 0; pass < Redactor.MOST_PASSES; pass++) {
      MaskedCopy copy = scan(result, level);
      if (copy == null) {
        return result;
      }
      result = MaskedCopy.finish(copy, result);
      if (copy.settled()) {
        return result;
      }
    }
    return "\"".concat(Redactor.MASK).concat("\"");
  }

  private @Nullable MaskedCopy scan(String s, int level) {
    int to = s.length();
    byte[] bytes = Latin1.of(s);
    count(to);
    MaskedCopy out = null;
    Place place = Place.ITEM;
    KnownKey key = start;
    KnownKey named = start;
    KeyKind kind = KeyKind.PLAIN;
    int depth = 0;
    int opaqueList = NONE;
    int i = to > 0 && s.charAt(0) == '\uFEFF' ? 1 : 0;
    while (i < to) {
      byte c = bytes[i];
      if (c != '"' && Latin1.blank(c)) {
        i++;
        continue;
      }
      if (place == Place.NEXT) {
        if (c == ',' && depth > 0) {
          place = Place.ITEM;
          i++;
          continue;
        }
        if (c != '}' && c != ']') {
          // One document after another, as in lines of JSON.
          if (depth > 0 || (c != '{' && c != '[')) {
            return notJson(s, out);
          }
          place = Place.ITEM;
        }
      }
      if (c == '"') {
        int from = i + 1;
        KnownKey next = place == Place.ITEM ? keys.follower(key, bytes, from) : null;
        if (next != null) {
          key = next;
          named = next;
          kind = next.kind;
          place = Place.VALUE;
          i = from + next.width();
          if (i == to || bytes[i] != '"') {
            continue;
          }
          from = i + 1;
        }
        long string = string(s, bytes, from, to);
        int end = JsonString.end(string);
        i = end + 1;
        if (place == Place.ITEM) {
          while (i < to && Latin1.blank(bytes[i])) {
            i++;
          }
          if (i < to && bytes[i] == ':') {
            next = keys.known(s, from, end);
            named = next;
            kind = next.kind;
            if (!JsonString.special(string)) {
              key.followedBy(next);
              key = next;
            }
            out = content(s, from, string, level, out);
            place = Place.VALUE;
            i++;
            continue;
          }
          kind = depth == opaqueList ? KeyKind.OPAQUE : kind;
        }
        out =
            kind == KeyKind.PLAIN
                ? content(s, from, string, level, out)
                : underKey(kind, named, s, from, string, level, out);
      } else if (c == '{' || c == '[') {
        if (kind != KeyKind.PLAIN) {
          named = decided(kind, named, s, i, to, to);
          kind = named.kind;
        }
        if (kind == KeyKind.PLAIN || !masksWhole(kind, s, i, to)) {
          depth++;
          opaqueList = kind == KeyKind.OPAQUE && c == '[' ? depth : opaqueList;
          kind = KeyKind.PLAIN;
          place = Place.ITEM;
          i++;
          continue;
        }
        int end = nestedEnd(s, i, to);
        out = mask(out, s, i, end, named, "\"");
        i = end;
      } else if (c == '}' || c == ']') {
        if (place == Place.VALUE || depth == 0) {
          return notJson(s, out);
        }
        opaqueList = depth == opaqueList ? NONE : opaqueList;
        depth--;
        i++;
      } else {
        int end = literalEnd(s, bytes, i, to);
        if (end == i) {
          return notJson(s, out);
        }
        if (kind != KeyKind.PLAIN || end - i > LONGEST_PLAIN_NUMBER) {
          out = literal(kind, named, s, i, end, out);
        }
        i = end;
      }
      kind = KeyKind.PLAIN;
      place = Place.NEXT;
      if (i < to && bytes[i] == ',' && depth > 0) {
        place = Place.ITEM;
        i++;
      }
    }
    return out;
  }

  /** As {@link TextScanner#readString}; UUIDs and times, of which there are many, at a glance. */
  private long string(String s, byte[] bytes, int from, int to) {
    if (from + UUID < to && bytes[from + 8] == '-' && bytes[from + UUID] == '"') {
      if (Latin1.uuid(bytes, from)) {
        return JsonString.of(from + UUID, 0);
      }
    } else if (from + 20 < to && bytes[from + 4] == '-' && bytes[from + 10] == 'T') {
      int end = timeEnd(bytes, from, to);
      if (end > from) {
        return JsonString.of(end, 0);
      }
    }
    return text.readString(s, bytes, from, to);
  }

  /** End of the date and time (RFC 3339) that is all of a string, or {@code from}. */
  private static int timeEnd(byte[] bytes, int from, int to) {
    if (!Latin1.dateAndTime(bytes, from)) {
      return from;
    }
    int limit = Math.min(to, from + LONGEST_TIME);
    for (int i = from + Latin1.DATE_AND_TIME; i < limit; i++) {
      byte c = bytes[i];
      if (c == '"') {
        return i;
      }
      if (!Latin1.digit(c)
          && c != '-'
          && c != ':'
          && c != '.'
          && c != 'T'
          && c != 'Z'
          && c != '+') {
        return from;
      }
    }
    return from;
  }

  private @Nullable MaskedCopy notJson(String s, @Nullable MaskedCopy copy) {
    if (copy == null) {
      return MaskedCopy.unsettled(text.scan(s, 0, s.length(), true, null));
    }
    return MaskedCopy.unsettled(copy);
  }

  /**
   * What decides about the value {@code s[from, end)}: its key, or what stands beside it if the key
   * is half of a pair or a member of a JSON Web Key.
   */
  private KnownKey decided(KeyKind kind, KnownKey named, String s, int from, int end, int to) {
    if (kind != KeyKind.NAMED && kind != KeyKind.JWK_MEMBER) {
      return named;
    }
    int close = from - 1;
    while (s.charAt(close) != '"') {
      close--;
    }
    int key = close - named.key.length() - 1;
    if (kind == KeyKind.NAMED) {
      KnownKey name = siblings.nameInJson(s, key, to);
      return name == null ? start : name;
    }
    int value = s.charAt(from) == '"' ? from + 1 : from;
    return siblings.privateMember(s, 0, key, value, end, to, 0)
        ? new KnownKey(named.key, KeyKind.SECRET, KnownKey.NO_SLOT)
        : start;
  }

  /** Masks a string under a key that may give it away, or what is secret in it. */
  private @Nullable MaskedCopy underKey(
      KeyKind kind,
      KnownKey named,
      String s,
      int from,
      long string,
      int level,
      @Nullable MaskedCopy copy) {
    int end = JsonString.end(string);
    KnownKey by = decided(kind, named, s, from - 1, end, s.length());
    KeyKind decided = kind == KeyKind.OPAQUE ? kind : by.kind;
    return decided != KeyKind.PLAIN && masks(decided, s, from, string)
        ? mask(copy, s, from, end, by, "")
        : content(s, from, string, level, copy);
  }

  /** Masks a number, a boolean or null that its key gives away, or a number by its shape. */
  private @Nullable MaskedCopy literal(
      KeyKind kind, KnownKey named, String s, int from, int end, @Nullable MaskedCopy copy) {
    KnownKey by = decided(kind, named, s, from, end, s.length());
    if (by.kind.masks(s, from, end) && !text.countsTests(by.key, s, from, s.length())) {
      return mask(copy, s, from, end, by, "\"");
    }
    return end - from > LONGEST_PLAIN_NUMBER && text.finds(s.substring(from, end))
        ? MaskedCopy.mask(copy, s, from, end, "\"")
        : copy;
  }

  /** Masks a value that its key gives away. */
  private @Nullable MaskedCopy mask(
      @Nullable MaskedCopy copy, String s, int from, int to, KnownKey named, String quote) {
    if (explainer != null) {
      explainer.key(KeyRules.Role.KEY, named.key, 0, named.key.length());
      explainer.masked(s, from, to);
    }
    return MaskedCopy.mask(copy, s, from, to, quote);
  }

  /** Whether the object or array at {@code at} is masked whole. */
  private static boolean masksWhole(KeyKind kind, String s, int at, int to) {
    return kind == KeyKind.SECRET
        || kind == KeyKind.QUALIFIED
        || (kind == KeyKind.COUNTED && CountedValue.holdsText(s, at, to));
  }

  private static boolean masks(KeyKind kind, String s, int from, long string) {
    int to = JsonString.end(string);
    if (kind != KeyKind.OPAQUE || !JsonString.escaped(string)) {
      return kind.masks(s, from, to);
    }
    String decoded = JsonText.decode(s, from, to);
    return kind.masks(decoded, 0, decoded.length());
  }

  /** Masks secrets in the content of a string that no key gives away. */
  private @Nullable MaskedCopy content(
      String s, int from, long string, int level, @Nullable MaskedCopy copy) {
    if (!JsonString.suspect(string)) {
      return copy;
    }
    int to = JsonString.end(string);
    if (!JsonString.escaped(string)) {
      int masks = MaskedCopy.masks(copy);
      MaskedCopy out = text.scan(s, from, to, true, copy);
      return MaskedCopy.masks(out) == masks ? out : MaskedCopy.unsettled(out);
    }
    count(to - from);
    String decoded = JsonText.decode(s, from, to);
    String masked =
        level < MOST_LEVELS && JsonText.starts(decoded)
            ? redact(decoded, level + 1)
            : text.settle(decoded);
    return masked.equals(decoded)
        ? copy
        : MaskedCopy.unsettled(MaskedCopy.replace(copy, s, from, to, JsonText.encode(masked)));
  }

  /** End of the object or array opened at {@code at}, or {@code to}: a depth, no stack. */
  private int nestedEnd(String s, int at, int to) {
    int depth = 0;
    int i = at;
    while (i < to) {
      char c = s.charAt(i++);
      if (c == '"') {
        while (i < to && s.charAt(i) != '"') {
          i += s.charAt(i) == '\\' ? 2 : 1;
        }
        i++;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if ((c == ']' || c == '}') && --depth == 0) {
        return i;
      }
    }
    return to;
  }

  /** End of the number, boolean or null at {@code at}, maybe cut off; {@code at} if it is none. */
  private static int literalEnd(String s, byte[] bytes, int at, int to) {
    byte first = bytes[at];
    if (first == '-' || Latin1.digit(first)) {
      return Latin1.numberEnd(bytes, at + 1, to);
    }
    if (at + Latin1.WORD <= to) {
      return at + Latin1.literal(bytes, at);
    }
    if (first != 't' && first != 'f' && first != 'n') {
      return at;
    }
    String word = first == 't' ? "true" : first == 'f' ? "false" : "null";
    int end = Math.min(to, at + word.length());
    return s.regionMatches(at, word, 0, end - at) ? end : at;
  }

  private void count(int steps) {
    if (work != null) {
      work.steps += steps;
    }
  }
}
