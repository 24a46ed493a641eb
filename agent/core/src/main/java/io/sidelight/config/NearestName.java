package io.sidelight.config;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Guesses which name was meant, by the fewest letters to insert, delete, replace or swap with their
 * neighbour; case and the choice of separator do not count. A name is near if that is at most two
 * letters and at most a quarter of the name (one letter for a short name).
 */
public final class NearestName {
  private static final int MAX_LENGTH = 100;

  private NearestName() {}

  /** The nearest candidate, the earlier one of equals, or null if none is near. */
  public static @Nullable String of(String name, List<String> candidates) {
    if (name.length() > MAX_LENGTH) {
      return null;
    }
    String nearest = null;
    int least = Math.min(2, Math.max(1, name.length() / 4)) + 1;
    for (String candidate : candidates) {
      int distance = distance(normal(name), normal(candidate));
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Optimal string alignment distance, by the table of all prefixes. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, i, b, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, int i, String b, int j) {
    char last = a.charAt(i - 1);
    char other = b.charAt(j - 1);
    int least = cost[i - 1][j - 1] + (last == other ? 0 : 1);
    least = Math.min(least, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    if (i > 1 && j > 1 && last == b.charAt(j - 2) && other == a.charAt(i - 2)) {
      least = Math.min(least, cost[i - 2][j - 2] + 1);
    }
    return least;
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '.').replace('-', '.');
  }
}
