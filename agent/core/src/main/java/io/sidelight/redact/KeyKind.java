package io.sidelight.redact;

/** What the name of a key says about its value. */
enum KeyKind {
  /** Nothing. */
  PLAIN,
  /** The whole value is a secret, whatever it is. */
  SECRET,
  /** A secret, unless the value is a boolean, null or a time: {@code has_password=true}. */
  QUALIFIED,
  /** A secret if the value looks machine-made. */
  OPAQUE,
  /** Secrets or their number: a secret unless the value holds no letter ({@code tokens: 512}). */
  COUNTED,
  /** What the value beside it, the other half of a pair, says by a name. */
  NAMED,
  /** The value is such a name. Said of members of a pair only. */
  NAMES,
  /** The value is the path of a JSON Patch to such a name. Said of members of a pair only. */
  POINTER,
  /** The object is a JSON Patch. Said of members of a pair only. */
  OPERATION,
  /** What follows it in a path gives the right to post there. Said of segments only. */
  HOOK,
  /** A secret in a JSON Web Key. */
  JWK_MEMBER,
  /** A URL or a path: its parts are redacted. Said of headers only. */
  REFERENCE,
  /** Cookies: their values are secrets, their names are not. Said of headers only. */
  COOKIES;

  /** Whether {@code s[from, to)} is to be masked as the value of such a key. */
  boolean masks(String s, int from, int to) {
    if (from >= to) {
      return false;
    }
    switch (this) {
      case SECRET:
        return true;
      case QUALIFIED:
        return !Shapes.flagOrTime(s, from, to);
      case OPAQUE:
        return Shapes.opaque(s, from, to);
      case COUNTED:
        return !Shapes.flagOrTime(s, from, to) && CountedValue.letters(s, from, to);
      default:
        return false;
    }
  }
}
