package io.sidelight.redact;

/**
 * Prints, by CPU time, how fast text without secrets goes through; run by hand, asserts nothing.
 */
final class Throughput {

  private Throughput() {}

  /** Takes no arguments; prints one line for each of three rounds. */
  @SuppressWarnings("ReferenceEquality") // the same string: nothing was masked
  public static void main(String[] args) {
    Redactor redactor = new Redactor(RedactionRules.defaults());
    String line =
        "2026-11-22 10:15:30.123 INFO  [main] com.acme.orders.OrderService - Order 4711 for"
            + " customer 0192f3c4-7b1a-7c3e-9d2f-0a1b2c3d4e5f placed, items=3 total=129.90"
            + " currency=EUR, shipping to warehouse B after 12 ms; retrying is not needed\n";
    String text = line.repeat(200);
    java.lang.management.ThreadMXBean threads =
        java.lang.management.ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 4; round++) {
      long start = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      long chars = 0;
      while (System.nanoTime() - start < 1_500_000_000L) {
        if (redactor.text(text) != text) {
          throw new AssertionError("masked");
        }
        chars += text.length();
      }
      System.out.printf("%.0f MB/s%n", chars * 1e3 / (threads.getCurrentThreadCpuTime() - cpu));
    }
  }
}
