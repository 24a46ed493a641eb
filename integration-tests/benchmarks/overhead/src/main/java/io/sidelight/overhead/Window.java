package io.sidelight.overhead;

import java.io.IOException;

/**
 * A measured stretch of requests to one path, after a warm-up.
 *
 * @param path that was asked for
 * @param warmup requests before the measured ones
 * @param requests measured
 * @param cpuNanos of the process without its JIT compiler, where that is known
 * @param jit share of the JIT compiler in the CPU of the process; NaN where unknown
 * @param allocatedBytes by Java threads
 * @param elapsedNanos from the first request to the last answer
 */
record Window(
    String path,
    int warmup,
    int requests,
    double cpuNanos,
    double jit,
    long allocatedBytes,
    long elapsedNanos) {

  /** Warms the path up and measures it. */
  static Window measure(SubjectJvm jvm, String path, int warmup, int requests, int connections)
      throws IOException {
    jvm.load(path, warmup, connections);
    jvm.meter(); // loads the management classes before the window
    Meter before = jvm.meter();
    double compilersBefore = jvm.compilerCpuNanos();
    long elapsed = jvm.load(path, requests, connections);
    Meter after = jvm.meter();
    double compilers = jvm.compilerCpuNanos() - compilersBefore;
    double cpu = after.cpuNanos() - before.cpuNanos();
    return new Window(
        path,
        warmup,
        requests,
        Double.isNaN(compilers) ? cpu : cpu - compilers,
        compilers / cpu,
        after.allocatedBytes() - before.allocatedBytes(),
        elapsed);
  }

  /** Per request, with the records of warm-up and window that were found for this path. */
  Figures figures(double records) {
    return new Figures(
        cpuNanos / requests / 1e3,
        (double) allocatedBytes / requests,
        requests / (elapsedNanos / 1e9),
        jit,
        records / (warmup + requests));
  }
}
