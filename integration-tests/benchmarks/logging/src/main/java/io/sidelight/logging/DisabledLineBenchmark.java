package io.sidelight.logging;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** DEBUG lines of a logger at INFO, and the question whether there are any. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DisabledLineBenchmark {

  /** Whose logger. */
  @Param({"logback", "log4j", "jul"})
  public String library;

  private DebugLogger logger;
  private String order;

  /** Makes the logger. */
  @Setup
  public void setUp() {
    logger = DebugLoggers.of(library);
    order = "order-7";
  }

  /** What an application asks before it makes a line of some length. */
  @Benchmark
  public boolean question() {
    return logger.isEnabled();
  }

  /** A line as it is. */
  @Benchmark
  public void line() {
    logger.log("Order placed");
  }

  /** A line with an argument. */
  @Benchmark
  public void lineWithArgument() {
    logger.log("Order {} placed", order);
  }
}
