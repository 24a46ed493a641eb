package io.sidelight.weaver;

import java.util.List;

/**
 * An instrumentation whose classes no index can name: it chooses methods by what they are called or
 * what annotation they carry. Every class that is loaded has to be looked at for it, so there
 * should be none unless a user asks for it.
 *
 * <p>Offered are the application's own classes: none of the JDK or of the agent, and none that is
 * generated around another class. Called while classes load, on the application's threads.
 */
public interface DynamicInstrumentation extends LibraryInstrumentation {

  @Override
  default List<JoinPoint> joinPoints() {
    return List.of();
  }

  /**
   * Binary names of annotations: a class that mentions one of them is offered whatever it is
   * called. Asked once.
   */
  List<String> annotations();

  /**
   * Whether a class is to be offered.
   *
   * @param className binary name
   */
  boolean meansClass(String className);

  /** The methods to weave of a class that is offered; empty if there are none. */
  List<JoinPoint> joinPoints(DeclaredClass type);

  /**
   * A class runs unchanged although it was meant.
   *
   * @param className binary name
   */
  void notWoven(String className, Throwable thrown);
}
