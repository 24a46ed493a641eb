package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are woven, by internal name. Immutable after construction, read on every class
 * load.
 */
final class Index {

  private final Map<String, Target> targets = new HashMap<>();

  Index(Collection<LibraryInstrumentation> instrumentations) {
    for (LibraryInstrumentation instrumentation : instrumentations) {
      for (JoinPoint joinPoint : instrumentation.joinPoints()) {
        String internalName = joinPoint.className().replace('.', '/');
        Target target = targets.get(internalName);
        if (target == null) {
          target = new Target(instrumentation.name());
          targets.put(internalName, target);
        }
        target.joinPoints.add(joinPoint);
      }
    }
  }

  /**
   * @param internalName such as {@code java/lang/String}
   */
  @Nullable Target target(String internalName) {
    return targets.get(internalName);
  }

  /** One class to weave. */
  static final class Target {

    private final String instrumentation;
    private final List<JoinPoint> joinPoints = new ArrayList<>();

    private Target(String instrumentation) {
      this.instrumentation = instrumentation;
    }

    String instrumentation() {
      return instrumentation;
    }

    List<JoinPoint> joinPoints() {
      return joinPoints;
    }

    @Nullable JoinPoint joinPoint(String method, String descriptor) {
      for (JoinPoint joinPoint : joinPoints) {
        if (joinPoint.matches(method, descriptor)) {
          return joinPoint;
        }
      }
      return null;
    }
  }
}
