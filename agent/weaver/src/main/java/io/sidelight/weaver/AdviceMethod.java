package io.sidelight.weaver;

import java.util.List;
import org.objectweb.asm.Type;

/** One annotated method of an advice class, as read from its class file. */
final class AdviceMethod {

  private final String name;
  private final String descriptor;
  private final List<Binding> bindings;
  private final int index;
  private final boolean onThrowable;

  /**
   * @param bindings what is passed, one for each parameter
   * @param index of the argument that is replaced, 0 where none is
   */
  AdviceMethod(
      String name, String descriptor, List<Binding> bindings, int index, boolean onThrowable) {
    this.name = name;
    this.descriptor = descriptor;
    this.bindings = bindings;
    this.index = index;
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

  /** Index of the argument that the result replaces. */
  int index() {
    return index;
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
    NAME
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
