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

/** Masks orders: a String in, a String out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

  /** About how long the document is. */
  @Param({"1KB", "16KB", "1MB"})
  public String size;

  /** Who masks. */
  @Param({"sidelight", "json-masker", "regex", "logbook", "logbook-fields", "logbook-path"})
  public String subject;

  private String document;
  private Masker masker;

  /** Makes document and subject. */
  @Setup
  public void setUp() {
    document = Documents.json(size);
    masker = Maskers.json(subject);
  }

  /** One document. */
  @Benchmark
  public String mask() {
    return masker.mask(document);
  }
}
