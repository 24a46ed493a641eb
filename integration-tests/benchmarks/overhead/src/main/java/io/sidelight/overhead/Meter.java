package io.sidelight.overhead;

/**
 * One reading of the application's own meter.
 *
 * @param cpuNanos CPU time of the process
 * @param allocatedBytes allocated by its Java threads
 * @param javaVersion the JVM it runs on
 */
record Meter(long cpuNanos, long allocatedBytes, String javaVersion) {
  /** Reads {@code <CPU> <allocated> <version>}. */
  static Meter parse(String text) {
    String[] parts = text.split(" ", 3);
    return new Meter(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }
}
