package io.sidelight.request;

/**
 * Whether anything overrules the levels that the application's loggers are set to: options, or a
 * request in DEBUG that is under way. Loggers ask for every line, mostly for one that is not
 * written, so the answer is a single field. Thread-safe.
 */
public final class LevelOverrides {

  private static volatile boolean any;

  private static boolean byOptions;
  private static int requests;

  /** Counts how often requests were abandoned, which never complete. */
  private static int era;

  private LevelOverrides() {}

  /** False while every logger decides for itself. */
  public static boolean any() {
    return any;
  }

  /** Whether the options overrule levels from now on. */
  public static synchronized void byOptions(boolean overruled) {
    byOptions = overruled;
    update();
  }

  /**
   * A request enters DEBUG.
   *
   * @return what to give to {@link #end}
   */
  static synchronized int begin() {
    requests++;
    update();
    return era;
  }

  /** A request that was in DEBUG has completed. */
  static synchronized void end(int begun) {
    if (begun == era) {
      requests--;
      update();
    }
  }

  /** Requests that are in DEBUG count no more. */
  static synchronized void abandonRequests() {
    era++;
    requests = 0;
    update();
  }

  private static void update() {
    any = byOptions || requests > 0;
  }
}
