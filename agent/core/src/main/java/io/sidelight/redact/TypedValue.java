package io.sidelight.redact;

/** Values that are declared with a type in front of them: {@code val password: String = "x"}. */
final class TypedValue {

  /** Types of texts, bytes and lists of them in Kotlin, Scala, Swift, TypeScript, Rust, Python. */
  private static final String[] TYPES = {
    "String",
    "string",
    "str",
    "&str",
    "&'static str",
    "char",
    "Char",
    "byte",
    "Byte",
    "Any",
    "any",
    "Option",
    "List",
    "Array",
    "Set",
    "Map",
    "SecretStr",
    "bytes",
    "Int",
    "Long",
    "number",
    "NSString",
    "Text"
  };

  private static final int LONGEST_TYPE = 64;

  private TypedValue() {}

  /**
   * Where the value starts after a type and an equals sign; {@code at} if there is no such type.
   */
  static int start(String s, int at, int to) {
    if (at >= to || !typeStart(s.charAt(at))) {
      return at;
    }
    int end = Math.min(to, at + LONGEST_TYPE);
    for (String type : TYPES) {
      if (s.startsWith(type, at)) {
        int i = at + type.length();
        while (i < end && typeChar(s.charAt(i))) {
          i++;
        }
        boolean assigned =
            i + 1 < end && s.charAt(i) == '=' && s.charAt(i - 1) == ' ' && s.charAt(i + 1) == ' ';
        return assigned ? i + 2 : at;
      }
    }
    return at;
  }

  /**
   * Where the quote of the value opens if {@code s[from, end)} is a type that {@link #start} does
   * not know; {@code end} if not.
   */
  static int assigned(String s, int from, int end, int to) {
    if (from >= end || !Shapes.upper(s.charAt(from)) || !s.startsWith(" = ", end)) {
      return end;
    }
    int i = end + 3;
    int limit = Math.min(to, i + LONGEST_TYPE);
    while (i < limit && (Shapes.alphanumeric(s.charAt(i)) || s.charAt(i) == '(')) {
      i++;
    }
    return i < limit && Shapes.quote(s.charAt(i)) ? i : end;
  }

  private static boolean typeStart(char c) {
    return Shapes.upper(c) || Shapes.lower(c) || c == '&';
  }

  private static boolean typeChar(char c) {
    return Shapes.alphanumeric(c) || " <>[]?!|.,".indexOf(c) >= 0;
  }
}
