package io.sidelight.output;

/**
 * Explains, once and on standard error, that a security manager denies the agent what it needs. The
 * agent's own lines may be denied as well, so they can't be relied on.
 */
public final class Denial {

  private static boolean told;

  private Denial() {}

  /** Says so if that is why something failed. Never throws. */
  public static void explain(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof SecurityException) {
        if (first()) {
          System.err.println(
              "sidelight: the security manager denies the agent what it needs, so lines and request"
                  + " IDs are missing. The policy has to grant the agent's jar"
                  + " java.security.AllPermission. ("
                  + each
                  + ")");
        }
        return;
      }
    }
  }

  private static synchronized boolean first() {
    boolean first = !told;
    told = true;
    return first;
  }
}
