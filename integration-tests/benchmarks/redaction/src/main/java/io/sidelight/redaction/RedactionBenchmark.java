package io.sidelight.redaction;

import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks with JMH and prints their tables. */
public final class RedactionBenchmark {

  private RedactionBenchmark() {}

  /** Takes JMH's options; {@code -Dwork} is where its own report goes. */
  public static void main(String[] args) throws Exception {
    CommandLineOptions given = new CommandLineOptions(args);
    var options = new OptionsBuilder().parent(given).addProfiler(CpuTime.class);
    options.output(Path.of(System.getProperty("work", "."), "jmh.txt").toString());
    if (!given.getForkCount().hasValue()) {
      options.forks(1);
    }
    if (!given.getWarmupIterations().hasValue()) {
      options.warmupIterations(2);
    }
    if (!given.getWarmupTime().hasValue()) {
      options.warmupTime(TimeValue.seconds(1));
    }
    if (!given.getMeasurementIterations().hasValue()) {
      options.measurementIterations(3);
    }
    if (!given.getMeasurementTime().hasValue()) {
      options.measurementTime(TimeValue.seconds(1));
    }
    if (given.getIncludes().isEmpty()) {
      options.include("io\\.sidelight\\.redaction\\..*");
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.print(Report.of(results));
  }
}
