package io.sidelight.overhead;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Collects samples round by round and prints them as Markdown tables and as CSV. */
final class Report {
  /** The figures that are compared, with their unit in the row of the application alone. */
  private enum Figure {
    START_WALL("start-up, wall", "%.2f", " s", Sample::startWall),
    START_CPU("start-up, CPU", "%.2f", " s", Sample::startCpu),
    CPU("CPU per request", "%.1f", " µs", Sample::cpu),
    ALLOCATION("allocated per request", "%.0f", " B", Sample::allocation),
    RATE("requests per second", "%.0f", "", Sample::rate);

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
   * Ratios to the same round's application alone, then the differences, as {@code min–median–max}.
   */
  String markdown() {
    StringBuilder text = new StringBuilder();
    header(text, "ratio to no agent", List.of(Figure.values()), "records per request");
    samples.forEach((subject, list) -> ratios(text, subject, list));
    text.append('\n');
    header(text, "added to no agent", added(), "JIT share of CPU, left out");
    samples.forEach((subject, list) -> differences(text, subject, list));
    shareOfPeer(text);
    samples.forEach((subject, list) -> missingRecords(text, subject, list));
    return text.toString();
  }

  /** One line per subject and round. */
  String csv() {
    StringBuilder text =
        new StringBuilder(
            "round,subject,start_wall_s,start_cpu_s,cpu_us,allocated_b,rate,jit_share,records,java\n");
    samples.forEach(
        (subject, list) -> {
          for (int i = 0; i < list.size(); i++) {
            Sample s = list.get(i);
            text.append(
                String.format(
                    Locale.ROOT,
                    "%d,%s,%.4f,%.3f,%.2f,%.0f,%.0f,%.4f,%.5f,%s%n",
                    i + 1,
                    subject.id(),
                    s.startWall(),
                    s.startCpu(),
                    s.cpu(),
                    s.allocation(),
                    s.rate(),
                    s.jit(),
                    s.records(),
                    s.javaVersion()));
          }
        });
    return text.toString();
  }

  private static List<Figure> added() {
    return List.of(Figure.START_WALL, Figure.START_CPU, Figure.CPU, Figure.ALLOCATION);
  }

  private static void header(StringBuilder text, String corner, List<Figure> figures, String last) {
    text.append("| ").append(corner);
    figures.forEach(figure -> text.append(" | ").append(figure.title));
    text.append(" | ").append(last).append(" |\n|---").append("|---".repeat(figures.size()));
    text.append("|---|\n");
  }

  private void ratios(StringBuilder text, Subject subject, List<Sample> list) {
    text.append("| ").append(subject.title());
    for (Figure figure : Figure.values()) {
      Spread spread =
          subject == Subject.NONE
              ? spread(list, figure.value)
              : against(list, figure, (own, none) -> own / none);
      String format = subject == Subject.NONE ? figure.format : "%.2f";
      text.append(" | ").append(spread.text(format));
      text.append(subject == Subject.NONE ? figure.unit : "");
    }
    text.append(" | ").append(spread(list, Sample::records).text("%.3f")).append(" |\n");
  }

  private void differences(StringBuilder text, Subject subject, List<Sample> list) {
    if (subject == Subject.NONE) {
      return;
    }
    text.append("| ").append(subject.title());
    for (Figure figure : added()) {
      Spread spread = against(list, figure, (own, none) -> own - none);
      text.append(" | ").append(spread.text(figure.format)).append(figure.unit);
    }
    text.append(" | ").append(spread(list, Sample::jit).text("%.2f")).append(" |\n");
  }

  /** What this agent adds to the start, as a share of what the peer adds in the same round. */
  private void shareOfPeer(StringBuilder text) {
    List<Sample> own = samples.get(Subject.SIDELIGHT);
    List<Sample> peer = samples.get(Subject.OPENTELEMETRY);
    if (own == null || peer == null) {
      return;
    }
    List<Sample> none = samples.get(Subject.NONE);
    text.append("\nStart-up that Sidelight adds, as a share of what OpenTelemetry adds: ");
    for (Figure figure : List.of(Figure.START_WALL, Figure.START_CPU)) {
      double[] shares = new double[own.size()];
      for (int i = 0; i < shares.length; i++) {
        double base = figure.value.applyAsDouble(none.get(i));
        shares[i] =
            (figure.value.applyAsDouble(own.get(i)) - base)
                / (figure.value.applyAsDouble(peer.get(i)) - base);
      }
      text.append(figure == Figure.START_WALL ? "wall " : ", CPU ");
      text.append(Spread.of(shares).text("%.3f"));
    }
    text.append(".\n");
  }

  /** A subject that writes less than it should is not comparable, and must not look cheap. */
  private static void missingRecords(StringBuilder text, Subject subject, List<Sample> list) {
    Spread records = spread(list, Sample::records);
    boolean writes = !Double.isNaN(records.median());
    if (writes && (records.min() != 1 || records.max() != 1)) {
      text.append("\nNot comparable: ").append(subject.title());
      text.append(" wrote ").append(records.text("%.5f")).append(" records per request.\n");
    }
  }

  /** How a figure relates to that of the application alone. */
  private interface Relation {
    double of(double own, double none);
  }

  private Spread against(List<Sample> list, Figure figure, Relation relation) {
    List<Sample> none = samples.get(Subject.NONE);
    double[] figures = new double[list.size()];
    for (int i = 0; i < figures.length; i++) {
      figures[i] =
          relation.of(
              figure.value.applyAsDouble(list.get(i)), figure.value.applyAsDouble(none.get(i)));
    }
    return Spread.of(figures);
  }

  private static Spread spread(List<Sample> list, ToDoubleFunction<Sample> value) {
    return Spread.of(list.stream().mapToDouble(value).toArray());
  }
}
