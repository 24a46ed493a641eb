package io.sidelight.weaver;

import java.util.List;
import org.objectweb.asm.Type;

/** One annotated method of an advice class, as read from its class file. */
final class AdviceMethod {

  private final String name;
  private final String descriptor;
  private final List<Binding> bindings;
  private final List<Assignment> assignments;
  private final boolean onThrowable;

  /**
   * @param bindings what is passed, one for each parameter
   * @param assignments where the result goes
   */
  AdviceMethod(
      String name,
      String descriptor,
      List<Binding> bindings,
      List<Assignment> assignments,
      boolean onThrowable) {
    this.name = name;
    this.descriptor = descriptor;
    this.bindings = List.copyOf(bindings);
    this.assignments = List.copyOf(assignments);
    this.onThrowable = onThrowable;
  }

  String name() {
    return name;
  }

  String descriptor() {
    return descriptor;
  }

  List<Binding> bindings() {
    return bindings;
  }

  Type[] parameters() {
    return Type.getArgumentTypes(descriptor);
  }

  Type returned() {
    return Type.getReturnType(descriptor);
  }

  /** Where the result goes, apart from exit advice that asks for it. */
  List<Assignment> assignments() {
    return assignments;
  }

  /** Whether there is a result. */
  boolean returns() {
    return returned().getSort() != Type.VOID;
  }

  boolean isOnThrowable() {
    return onThrowable;
  }

  boolean has(Source source) {
    for (Binding binding : bindings) {
      if (binding.source == source) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "advice " + name + descriptor;
  }

  /** Where a parameter's value comes from. */
  enum Source {
    ARGUMENT,
    THIS,
    ENTER,
    RETURN,
    THROWN,
    FIELD,
    LABEL
  }

  /** One assignment of the result, or of an element of it. Immutable. */
  static final class Assignment {

    /** In place of an argument's index: the result of the method. */
    static final int TO_RETURNED = -1;

    /** In place of an element's index: the result as a whole. */
    static final int SCALAR = -1;

    private final int target;
    private final int element;

    /**
     * @param target index of the argument, or {@link #TO_RETURNED}
     * @param element index in the array that advice returns, or {@link #SCALAR}
     */
    Assignment(int target, int element) {
      this.target = target;
      this.element = element;
    }

    int target() {
      return target;
    }

    int element() {
      return element;
    }

    boolean isScalar() {
      return element == SCALAR;
    }
  }

  /** What one parameter is given. */
  static final class Binding {

    private final Source source;
    private int index;
    private String name = "";

    Binding(Source source) {
      this.source = source;
    }

    Source source() {
      return source;
    }

    /** Of the argument. */
    int index() {
      return index;
    }

    /** Of the field. */
    String name() {
      return name;
    }

    /** Takes the element {@code value} of the annotation. */
    void value(Object value) {
      if (value instanceof Integer) {
        index = (Integer) value;
      } else {
        name = (String) value;
      }
    }
  }
}
