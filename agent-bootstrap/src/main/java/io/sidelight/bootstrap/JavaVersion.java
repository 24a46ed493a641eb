package io.sidelight.bootstrap;

/** The oldest Java that the agent works on. */
final class JavaVersion {

  private static final int OLDEST = 11;

  private JavaVersion() {}

  static boolean tooOld() {
    return tooOld(System.getProperty("java.specification.version", ""));
  }

  static boolean tooOld(String specificationVersion) {
    return feature(specificationVersion) < OLDEST;
  }

  static String complaint() {
    return "sidelight: needs Java "
        + OLDEST
        + " or newer, but this is Java "
        + System.getProperty("java.version")
        + ".";
  }

  /** {@code 1.8} is 8, {@code 17} is 17; what can't be read is taken for too old. */
  static int feature(String specificationVersion) {
    String digits =
        specificationVersion.startsWith("1.")
            ? specificationVersion.substring(2)
            : specificationVersion;
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
