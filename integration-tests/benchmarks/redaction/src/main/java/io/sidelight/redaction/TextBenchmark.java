package io.sidelight.redaction;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Looks through log lines that hold no secret. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBenchmark {

  /** About how long the text is. */
  @Param({"16KB"})
  public String size;

  /** Who looks. */
  @Param({"sidelight", "regex"})
  public String subject;

  private String text;
  private Masker masker;

  /** Makes text and subject. */
  @Setup
  public void setUp() {
    text = Documents.log(size);
    masker = Maskers.text(subject);
  }

  /** One text. */
  @Benchmark
  public String mask() {
    return masker.mask(text);
  }
}
