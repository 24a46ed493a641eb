package io.sidelight.output;

import java.util.TimeZone;

/**
 * Writes points in time, to the millisecond. The part down to the second is kept from line to line,
 * because most lines share it. Not thread-safe.
 *
 * <p>The calendar arithmetic is the usual one with years that begin in March, so that the leap day
 * comes last.
 */
final class Timestamp {

  private static final int DAY = 86_400;

  private final boolean local;
  private final LineBuffer text = new LineBuffer();
  private byte[] prefix = new byte[0];
  private long prefixSecond = Long.MIN_VALUE;

  private Timestamp(boolean local) {
    this.local = local;
  }

  /** RFC 3339 in UTC: {@code 2026-11-22T10:15:30.123Z}. */
  static Timestamp utc() {
    return new Timestamp(false);
  }

  /** For people, in the default time zone: {@code 2026-11-22 10:15:30.123}. */
  static Timestamp local() {
    return new Timestamp(true);
  }

  static String utcText(long millis) {
    LineBuffer out = new LineBuffer();
    utc().append(out, millis);
    return new String(out.toByteArray(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  void append(LineBuffer out, long millis) {
    long second = Math.floorDiv(millis, 1000L);
    if (second != prefixSecond) {
      prefix = format(local ? second + TimeZone.getDefault().getOffset(millis) / 1000 : second);
      prefixSecond = second;
    }
    out.append(prefix);
    out.padded((int) Math.floorMod(millis, 1000L), 3);
    if (!local) {
      out.append('Z');
    }
  }

  private byte[] format(long second) {
    long days = Math.floorDiv(second, (long) DAY);
    int ofDay = (int) Math.floorMod(second, (long) DAY);
    text.clear();
    date(days);
    text.append(local ? ' ' : 'T');
    text.padded(ofDay / 3600, 2);
    text.append(':');
    text.padded(ofDay / 60 % 60, 2);
    text.append(':');
    text.padded(ofDay % 60, 2);
    text.append('.');
    return text.toByteArray();
  }

  private void date(long daysSinceEpoch) {
    long days = daysSinceEpoch + 719_468; // since 0000-03-01
    long era = Math.floorDiv(days, 146_097L);
    int ofEra = (int) Math.floorMod(days, 146_097L);
    int yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
    int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shifted = (5 * ofYear + 2) / 153;
    int day = ofYear - (153 * shifted + 2) / 5 + 1;
    int month = shifted < 10 ? shifted + 3 : shifted - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    text.padded((int) Math.floorMod(year, 10_000L), 4);
    text.append('-');
    text.padded(month, 2);
    text.append('-');
    text.padded(day, 2);
  }
}
