package io.sidelight.request;

import io.sidelight.event.DependencyKind;
import io.sidelight.event.FieldNames;
import io.sidelight.event.Fields;
import io.sidelight.event.Section;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one request to dependencies whose kinds share a field of its line, in a list of such
 * sums: {@code deps} first, the others by the names of their fields. The list is guarded by its
 * owner.
 */
final class CallSum extends TimeSum implements Section {

  private final String field;
  private @Nullable CallSum next;

  private CallSum(String field, @Nullable CallSum next) {
    this.field = field;
    this.next = next;
  }

  /** The sum in a list that the calls of a kind count for, null when there is none yet. */
  static @Nullable CallSum find(@Nullable CallSum first, DependencyKind kind) {
    CallSum each = first;
    while (each != null && !each.field.equals(kind.sums())) {
      each = each.next;
    }
    return each;
  }

  /** The list with a sum for a kind that it has none for; returns its first sum. */
  static CallSum add(@Nullable CallSum first, DependencyKind kind) {
    String field = kind.sums();
    if (first == null || isBefore(field, first.field)) {
      return new CallSum(field, first);
    }
    CallSum before = first;
    CallSum after = before.next;
    while (after != null && isBefore(after.field, field)) {
      before = after;
      after = before.next;
    }
    before.next = new CallSum(field, after);
    return first;
  }

  private static boolean isBefore(String field, String other) {
    return field.equals(FieldNames.DEPS)
        || (!other.equals(FieldNames.DEPS) && field.compareTo(other) < 0);
  }

  /** Ends this sum and those behind it. */
  void closeAll(long nowNanos) {
    for (CallSum each = this; each != null; each = each.next) {
      each.close(nowNanos);
    }
  }

  /** Writes an object for this sum and for each behind it. */
  void writeAllTo(Fields fields) {
    for (CallSum each = this; each != null; each = each.next) {
      fields.object(each.field, each);
    }
  }

  @Override
  public void writeTo(Fields fields) {
    writeTo(fields, true);
  }
}
