package io.sidelight.weaver;

import java.util.List;

/**
 * What is woven into one library. Loaded by the agent's loader, so it names the library's classes
 * and its own advice as text and touches neither.
 */
public interface LibraryInstrumentation {

  /** Name of its switch, {@code sidelight.instrument.<name>}. */
  String name();

  List<JoinPoint> joinPoints();
}
