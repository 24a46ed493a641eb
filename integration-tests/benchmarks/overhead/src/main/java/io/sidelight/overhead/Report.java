package io.sidelight.overhead;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Collects samples round by round and prints them as Markdown tables and as CSV. */
final class Report {
  /** The figures that are compared, with their unit in the row of the application alone. */
  private enum Figure {
    START_WALL("start-up, wall", "%.2f", " s", Sample::startWall),
    START_CPU("start-up, CPU", "%.2f", " s", Sample::startCpu),
    CPU("CPU per request", "%.1f", " µs", sample -> sample.plain().cpu()),
    ALLOCATION("allocated per request", "%.0f", " B", sample -> sample.plain().allocation()),
    RATE("requests per second", "%.0f", "", sample -> sample.plain().rate()),
    CALLS_CPU("CPU per request", "%.1f", " µs", sample -> sample.calls().cpu()),
    CALLS_ALLOCATION("allocated per request", "%.0f", " B", sample -> sample.calls().allocation()),
    CALLS_RATE("requests per second", "%.0f", "", sample -> sample.calls().rate());

    private final String title;
    private final String format;
    private final String unit;
    private final ToDoubleFunction<Sample> value;

    Figure(String title, String format, String unit, ToDoubleFunction<Sample> value) {
      this.title = title;
      this.format = format;
      this.unit = unit;
      this.value = value;
    }
  }

  private final Map<Subject, List<Sample>> samples = new EnumMap<>(Subject.class);

  /** Adds the next round's sample of a subject. */
  void add(Subject subject, Sample sample) {
    samples.computeIfAbsent(subject, s -> new ArrayList<>()).add(sample);
  }

  /**
   * Ratios to the same round's application alone, then the differences, as {@code min–median–max};
   * both for start and requests without calls, then for requests with three.
   */
  String markdown() {
    StringBuilder text = new StringBuilder();
    tables(
        text,
        "",
        List.of(Figure.START_WALL, Figure.START_CPU, Figure.CPU, Figure.ALLOCATION, Figure.RATE),
        Sample::plain);
    text.append('\n');
    tables(
        text,
        "three calls per request, ",
        List.of(Figure.CALLS_CPU, Figure.CALLS_ALLOCATION, Figure.CALLS_RATE),
        Sample::calls);
    shareOfPeer(text);
    samples.forEach((subject, list) -> missingRecords(text, subject, list));
    return text.toString();
  }

  /** One line per subject and round. */
  String csv() {
    StringBuilder text =
        new StringBuilder(
            "round,subject,start_wall_s,start_cpu_s,cpu_us,allocated_b,rate,jit_share,records,"
                + "calls_cpu_us,calls_allocated_b,calls_rate,calls_jit_share,calls_records,java\n");
    samples.forEach(
        (subject, list) -> {
          for (int i = 0; i < list.size(); i++) {
            Sample s = list.get(i);
            text.append(
                String.format(
                    Locale.ROOT,
                    "%d,%s,%.4f,%.3f,%s,%s,%s%n",
                    i + 1,
                    subject.id(),
                    s.startWall(),
                    s.startCpu(),
                    csv(s.plain()),
                    csv(s.calls()),
                    s.javaVersion()));
          }
        });
    return text.toString();
  }

  private static String csv(Figures f) {
    return String.format(
        Locale.ROOT,
        "%.2f,%.0f,%.0f,%.4f,%.5f",
        f.cpu(),
        f.allocation(),
        f.rate(),
        f.jit(),
        f.records());
  }

  private void tables(
      StringBuilder text, String prefix, List<Figure> figures, Function<Sample, Figures> requests) {
    header(text, prefix + "ratio to no agent", figures, "records per request");
    samples.forEach((subject, list) -> ratios(text, subject, list, figures, requests));
    text.append('\n');
    List<Figure> added = figures.subList(0, figures.size() - 1); // no difference of rates
    header(text, prefix + "added to no agent", added, "JIT share of CPU, left out");
    samples.forEach((subject, list) -> differences(text, subject, list, added, requests));
  }

  private static void header(StringBuilder text, String corner, List<Figure> figures, String last) {
    text.append("| ").append(corner);
    figures.forEach(figure -> text.append(" | ").append(figure.title));
    text.append(" | ").append(last).append(" |\n|---").append("|---".repeat(figures.size()));
    text.append("|---|\n");
  }

  private void ratios(
      StringBuilder text,
      Subject subject,
      List<Sample> list,
      List<Figure> figures,
      Function<Sample, Figures> requests) {
    text.append("| ").append(subject.title());
    for (Figure figure : figures) {
      Spread spread =
          subject == Subject.NONE
              ? spread(list, figure.value)
              : against(list, figure, (own, none) -> own / none);
      String format = subject == Subject.NONE ? figure.format : "%.2f";
      text.append(" | ").append(spread.text(format));
      text.append(subject == Subject.NONE ? figure.unit : "");
    }
    Spread records = spread(list, sample -> requests.apply(sample).records());
    text.append(" | ").append(records.text("%.3f")).append(" |\n");
  }

  private void differences(
      StringBuilder text,
      Subject subject,
      List<Sample> list,
      List<Figure> added,
      Function<Sample, Figures> requests) {
    if (subject == Subject.NONE) {
      return;
    }
    text.append("| ").append(subject.title());
    for (Figure figure : added) {
      Spread spread = against(list, figure, (own, none) -> own - none);
      text.append(" | ").append(spread.text(figure.format)).append(figure.unit);
    }
    Spread jit = spread(list, sample -> requests.apply(sample).jit());
    text.append(" | ").append(jit.text("%.2f")).append(" |\n");
  }

  /** What this agent adds, and its CPU with three calls, as shares of a peer's in each round. */
  private void shareOfPeer(StringBuilder text) {
    List<Sample> own = samples.get(Subject.SIDELIGHT);
    for (Subject subject : List.of(Subject.OPENTELEMETRY, Subject.OPENTELEMETRY_JSON)) {
      List<Sample> peer = samples.get(subject);
      if (own != null && peer != null) {
        shareOf(text, own, subject, peer);
      }
    }
  }

  private void shareOf(StringBuilder text, List<Sample> own, Subject subject, List<Sample> peer) {
    text.append("\nOf what ").append(subject.title()).append(" adds to the start-up: wall ");
    text.append(addedShare(Figure.START_WALL, own, peer)).append(", CPU ");
    text.append(addedShare(Figure.START_CPU, own, peer)).append(".\n");
    text.append("\nOf its CPU per request with three calls: ");
    text.append(against(own, peer, Figure.CALLS_CPU, (mine, theirs) -> mine / theirs).text("%.3f"));
    text.append("; of what it adds: ");
    text.append(addedShare(Figure.CALLS_CPU, own, peer)).append(".\n");
  }

  private String addedShare(Figure figure, List<Sample> own, List<Sample> peer) {
    List<Sample> none = requireNonNull(samples.get(Subject.NONE));
    double[] shares = new double[own.size()];
    for (int i = 0; i < shares.length; i++) {
      double base = figure.value.applyAsDouble(none.get(i));
      shares[i] =
          (figure.value.applyAsDouble(own.get(i)) - base)
              / (figure.value.applyAsDouble(peer.get(i)) - base);
    }
    return Spread.of(shares).text("%.3f");
  }

  /** A subject that writes less than it should is not comparable, and must not look cheap. */
  private static void missingRecords(StringBuilder text, Subject subject, List<Sample> list) {
    if (subject.writesRecords()) {
      missing(text, subject, 1, spread(list, sample -> sample.plain().records()), "");
      missing(
          text,
          subject,
          subject.recordsWithCalls(),
          spread(list, sample -> sample.calls().records()),
          " with three calls");
    }
  }

  private static void missing(
      StringBuilder text, Subject subject, int wanted, Spread records, String which) {
    if (records.min() != wanted || records.max() != wanted) {
      text.append("\nNot comparable: ").append(subject.title());
      text.append(" wrote ").append(records.text("%.5f")).append(" records per request");
      text.append(which).append(" instead of ").append(wanted).append(".\n");
    }
  }

  /** How a figure relates to that of another subject. */
  private interface Relation {
    double of(double own, double other);
  }

  private Spread against(List<Sample> list, Figure figure, Relation relation) {
    return against(list, requireNonNull(samples.get(Subject.NONE)), figure, relation);
  }

  private static Spread against(
      List<Sample> list, List<Sample> others, Figure figure, Relation relation) {
    double[] figures = new double[list.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] =
          relation.of(
              figure.value.applyAsDouble(list.get(i)), figure.value.applyAsDouble(others.get(i)));
    }
    return Spread.of(figures);
  }

  private static Spread spread(List<Sample> list, ToDoubleFunction<Sample> value) {
    return Spread.of(list.stream().mapToDouble(value).toArray());
  }
}
