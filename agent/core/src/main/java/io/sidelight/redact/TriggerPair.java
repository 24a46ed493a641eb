package io.sidelight.redact;

/**
 * Chooses the two neighbours in a literal at which it is looked for: a pair that ordinary text and
 * JSON seldom have, so that they seldom stop the scan.
 *
 * <p>Seconds are few, as each has a class of its own in {@link Triggers}.
 */
final class TriggerPair {

  /** Seconds of pairs. Digits, separators and {@code J} have other meanings there. */
  private static final String SECONDS = "$-./ABDGIKQRSV_acikortuvyz~";

  /** Characters of text, the most frequent first. */
  private static final String FREQUENT = "etaoinsrdlchump.gf_-wybvk/xjzq";

  /** Pairs that are more frequent than their characters suggest. */
  private static final String FREQUENT_PAIRS =
      " ha ra ma ea ca pa er or ar ur ir ri li hi ti si ni di pi ci io to ro co fo so no mo su lu"
          + " au ou qu ay ey ry ly by xa ck it at st nt et ut ct ht iv av ev ov ID AR 0- a- b- c-"
          + " e- -a xc MA ";

  private static final int[] COSTS = new int[128];

  static {
    for (int c = 0; c < COSTS.length; c++) {
      int rank = FREQUENT.indexOf(c);
      COSTS[c] = rank < 0 ? 6 : FREQUENT.length() - rank + 4;
    }
    for (char c = '0'; c <= '9'; c++) {
      COSTS[c] = 100;
    }
  }

  private TriggerPair() {}

  /**
   * Where the second of the rarest pair stands in {@code text}.
   *
   * @throws IllegalStateException if there is no pair that will do
   */
  static int rarest(String text) {
    int rarest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < text.length(); i++) {
      int cost = cost(text, i);
      if (cost < least) {
        least = cost;
        rarest = i;
      }
    }
    if (rarest == 0) {
      throw new IllegalStateException(text);
    }
    return rarest;
  }

  private static int cost(String text, int second) {
    if (SECONDS.indexOf(text.charAt(second)) < 0) {
      return Integer.MAX_VALUE;
    }
    int cost = COSTS[text.charAt(second - 1)] * COSTS[text.charAt(second)];
    int pair = FREQUENT_PAIRS.indexOf(text.charAt(second - 1));
    while (pair >= 0 && FREQUENT_PAIRS.charAt(pair + 1) != text.charAt(second)) {
      pair = FREQUENT_PAIRS.indexOf(text.charAt(second - 1), pair + 1);
    }
    return pair < 0 ? cost : cost + 5000;
  }
}
