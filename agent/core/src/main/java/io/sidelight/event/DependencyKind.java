package io.sidelight.event;

import org.jspecify.annotations.Nullable;

/**
 * A kind of systems that the application calls. A package that instruments clients of a new kind
 * declares it, as one constant. Immutable.
 */
public final class DependencyKind {

  /** Servers that are called by HTTP. Their lines have no {@code kind}. */
  public static final DependencyKind HTTP = new DependencyKind(null, FieldNames.DEPS, Level.INFO);

  private final @Nullable String label;
  private final String sums;
  private final Level ordinary;

  private DependencyKind(@Nullable String label, String sums, Level ordinary) {
    this.label = label;
    this.sums = sums;
    this.ordinary = ordinary;
  }

  /**
   * A kind whose every call has a line.
   *
   * @param label value of {@code kind}, such as {@code message}
   * @param sums field of {@code request_completed} with the sums of the calls; kinds that name the
   *     same field are summed up together
   */
  public static DependencyKind of(String label, String sums) {
    return new DependencyKind(label, sums, Level.INFO);
  }

  /**
   * A kind that a request calls so often that only slow and failed calls have a line, unless the
   * level of the logger is DEBUG.
   *
   * @param label value of {@code kind}, such as {@code sql}
   * @param sums as {@link #of} has it, such as {@code db}
   */
  public static DependencyKind frequent(String label, String sums) {
    return new DependencyKind(label, sums, Level.DEBUG);
  }

  /** Value of {@code kind} on the lines, null for HTTP. */
  public @Nullable String label() {
    return label;
  }

  /** Field of {@code request_completed} that has the sums of these calls. */
  public String sums() {
    return sums;
  }

  /** Level of the line of a call that is neither slow nor failed, and was not sent twice. */
  Level ordinary() {
    return ordinary;
  }
}
