package io.sidelight.redact;

/**
 * Recognises an international bank account number: a country's length and the check digits (ISO
 * 13616, mod 97), in one piece or printed in groups of four.
 *
 * <p>It is looked for where digits follow two capitals, so that text without such costs nothing.
 */
final class Iban {

  /** Country and length, in the order of the alphabet, from the registry of SWIFT. */
  private static final String LENGTHS =
      "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27"
          + " DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21"
          + " HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27"
          + " MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24"
          + " RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22"
          + " VG24 XK20 YE30";

  private static final byte[] LENGTH_OF = lengths();

  private Iban() {}

  /** The number whose check digits start at {@code at}. */
  static long find(String s, int floor, int at, int to) {
    int from = at - 2;
    if (from < floor
        || !Shapes.upper(s.charAt(from))
        || !Shapes.upper(s.charAt(from + 1))
        || !Shapes.startsWord(s, floor, from)) {
      return Span.NONE;
    }
    int length = LENGTH_OF[index(s.charAt(from), s.charAt(from + 1))];
    if (length == 0 || from + length > to) {
      return Span.NONE;
    }
    boolean grouped = separator(s.charAt(from + 4));
    int rest = 0;
    int count = 4;
    int i = from + 4;
    while (i < to && count < length) {
      char c = s.charAt(i);
      if (grouped && count % 4 == 0 && separator(c)) {
        c = ++i < to ? s.charAt(i) : ' ';
      } else if (grouped && count % 4 == 0) {
        return Span.NONE;
      }
      if (!Shapes.digit(c) && !Shapes.upper(c)) {
        return Span.NONE;
      }
      rest = append(rest, c);
      count++;
      i++;
    }
    if (count < length || (i < to && Shapes.alphanumeric(s.charAt(i)))) {
      return Span.NONE;
    }
    for (int k = from; k < from + 4; k++) {
      if (k >= from + 2 && !Shapes.digit(s.charAt(k))) {
        return Span.NONE;
      }
      rest = append(rest, s.charAt(k));
    }
    return rest == 1 ? Span.of(from, i) : Span.NONE;
  }

  private static int append(int rest, char c) {
    return Shapes.digit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
  }

  private static boolean separator(char c) {
    return c == ' ' || c == '-' || c == '\u00a0';
  }

  private static byte[] lengths() {
    byte[] result = new byte[26 * 26];
    for (int i = 0; i < LENGTHS.length(); i += 5) {
      int length = (LENGTHS.charAt(i + 2) - '0') * 10 + LENGTHS.charAt(i + 3) - '0';
      result[index(LENGTHS.charAt(i), LENGTHS.charAt(i + 1))] = (byte) length;
    }
    return result;
  }

  private static int index(char first, char second) {
    return (first - 'A') * 26 + second - 'A';
  }
}
