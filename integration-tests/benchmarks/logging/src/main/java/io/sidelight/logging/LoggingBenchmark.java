package io.sidelight.logging;

import java.nio.file.Path;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark with JMH, with and without the agent in turn, and prints a table. */
public final class LoggingBenchmark {

  private LoggingBenchmark() {}

  /**
   * Takes JMH's options, of which those for forks are of no use. {@code -Dagent} is the jar, {@code
   * -Drounds} how often, {@code -Dwork} the folder for JMH's own report.
   */
  public static void main(String[] args) throws Exception {
    CommandLineOptions given = new CommandLineOptions(args);
    String agent = System.getProperty("agent");
    int rounds = Integer.getInteger("rounds", 5);
    Report report = new Report();
    for (int round = 1; round <= rounds; round++) {
      for (Subject subject : Subject.values()) {
        System.err.println("round " + round + " of " + rounds + ": " + subject.label());
        var options =
            new OptionsBuilder()
                .parent(given)
                .include(DisabledLineBenchmark.class.getName())
                .forks(1)
                .jvmArgsAppend(subject.arguments(agent))
                .shouldFailOnError(true)
                .output(
                    Path.of(
                            System.getProperty("work", "."),
                            "jmh-" + round + "-" + subject + ".txt")
                        .toString());
        if (!given.getWarmupIterations().hasValue()) {
          options.warmupIterations(3).warmupTime(TimeValue.milliseconds(500));
        }
        if (!given.getMeasurementIterations().hasValue()) {
          options.measurementIterations(3).measurementTime(TimeValue.milliseconds(500));
        }
        for (RunResult result : new Runner(options.build()).run()) {
          String benchmark = result.getParams().getBenchmark();
          report.add(
              result.getParams().getParam("library"),
              benchmark.substring(benchmark.lastIndexOf('.') + 1),
              subject,
              result.getPrimaryResult().getScore());
        }
      }
    }
    System.out.print(report);
  }
}
