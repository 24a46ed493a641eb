package io.sidelight.redact;

/**
 * Kinds of characters that the keys of vendors are made of, as sets of bits, so that a character is
 * told by one look-up. ASCII only.
 */
final class CharacterKind {

  private static final int DIGIT = 1;
  private static final int HEX_SMALL = 1 << 1;
  private static final int HEX_CAPITAL = 1 << 2;
  private static final int OTHER_SMALL = 1 << 3;
  private static final int OTHER_CAPITAL = 1 << 4;
  private static final int HYPHEN_OR_UNDERSCORE = 1 << 5;
  private static final int BASE64 = 1 << 6;
  private static final int DOT_OR_TILDE = 1 << 7;
  private static final int SMALL = HEX_SMALL | OTHER_SMALL;
  private static final int CAPITAL = HEX_CAPITAL | OTHER_CAPITAL;
  private static final int ALPHANUMERIC = DIGIT | SMALL | CAPITAL;

  /** Letters, digits, hyphens and underscores: what an entry without a kind means. */
  static final int WORD = ALPHANUMERIC | HYPHEN_OR_UNDERSCORE;

  private static final int[] OF = new int[128];

  static {
    for (char c = 0; c < OF.length; c++) {
      if (Shapes.digit(c)) {
        OF[c] = DIGIT;
      } else if (Shapes.lower(c)) {
        OF[c] = c <= 'f' ? HEX_SMALL : OTHER_SMALL;
      } else if (Shapes.upper(c)) {
        OF[c] = c <= 'F' ? HEX_CAPITAL : OTHER_CAPITAL;
      }
    }
    OF['-'] = HYPHEN_OR_UNDERSCORE;
    OF['_'] = HYPHEN_OR_UNDERSCORE;
    OF['+'] = BASE64;
    OF['/'] = BASE64;
    OF['='] = BASE64;
    OF['.'] = DOT_OR_TILDE;
    OF['~'] = DOT_OR_TILDE;
  }

  private CharacterKind() {}

  /**
   * The kind of this name in the lists.
   *
   * @throws IllegalStateException if there is none
   */
  static int named(String name) {
    switch (name) {
      case "digits":
        return DIGIT;
      case "hex":
        return DIGIT | HEX_SMALL | HEX_CAPITAL;
      case "upper":
        return DIGIT | CAPITAL;
      case "lower":
        return DIGIT | SMALL;
      case "alnum":
        return ALPHANUMERIC;
      case "base64":
        return WORD | BASE64;
      case "unreserved":
        return WORD | DOT_OR_TILDE;
      default:
        throw new IllegalStateException(name);
    }
  }

  static boolean has(int kind, char c) {
    return c < 128 && (OF[c] & kind) != 0;
  }

  /** Whether letters or digits are missing in this kind, so that it may end within a word. */
  static boolean narrow(int kind) {
    return (kind & ALPHANUMERIC) != ALPHANUMERIC;
  }
}
