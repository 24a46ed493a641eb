package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are woven or watched, by internal name. Immutable after construction, read on every
 * class load.
 */
final class Index {

  private static final List<Target> NONE = List.of();

  private final Map<String, List<Target>> targets = new HashMap<>();

  Index(Collection<LibraryInstrumentation> instrumentations) {
    for (LibraryInstrumentation instrumentation : instrumentations) {
      for (JoinPoint joinPoint : instrumentation.joinPoints()) {
        String internalName = joinPoint.className().replace('.', '/');
        targetOf(internalName, instrumentation).joinPoints.add(joinPoint);
      }
      for (String marker : instrumentation.markerClasses()) {
        targetOf(marker.replace('.', '/'), instrumentation).marker = true;
      }
      for (String watched : instrumentation.watchedClasses()) {
        targetOf(watched.replace('.', '/'), instrumentation).watched = true;
      }
    }
  }

  private Target targetOf(String internalName, LibraryInstrumentation instrumentation) {
    List<Target> known = targets.get(internalName);
    if (known == null) {
      known = new ArrayList<>(1);
      targets.put(internalName, known);
    }
    for (Target target : known) {
      if (target.library == instrumentation) {
        return target;
      }
    }
    Target target = new Target(instrumentation);
    known.add(target);
    return target;
  }

  /**
   * @param internalName such as {@code java/lang/String}
   */
  List<Target> targets(String internalName) {
    List<Target> found = targets.get(internalName);
    return found == null ? NONE : found;
  }

  /** What one instrumentation does with one class. */
  static final class Target {

    private final LibraryInstrumentation library;
    private final List<JoinPoint> joinPoints;

    /** Written before the index is published. */
    private boolean watched;

    /** The same. */
    private boolean marker;

    private Target(LibraryInstrumentation library) {
      this(library, new ArrayList<>());
    }

    Target(LibraryInstrumentation library, List<JoinPoint> joinPoints) {
      this.library = library;
      this.joinPoints = joinPoints;
    }

    /** Its identity. */
    String instrumentation() {
      return library.id();
    }

    /** Whether the instrumentation is told that the class loads. */
    boolean isWatched() {
      return watched;
    }

    /** Whether there is anything to do once the class is known to be of the right library. */
    boolean asksLibrary() {
      return marker || !joinPoints.isEmpty();
    }

    void loaded(String className) {
      library.loaded(className);
    }

    boolean isFor(Predicate<String> library) {
      return this.library.isFor(library);
    }

    List<JoinPoint> joinPoints() {
      return joinPoints;
    }

    /** The join points that mask lines alone, null if there are none. */
    @Nullable Target masking() {
      List<JoinPoint> masking = new ArrayList<>(0);
      for (JoinPoint joinPoint : joinPoints) {
        if (joinPoint.masks()) {
          masking.add(joinPoint);
        }
      }
      return masking.isEmpty() ? null : new Target(library, masking);
    }

    /** Whether the class is of the library itself, and not one that others have as well. */
    boolean isOfLibrary() {
      for (JoinPoint joinPoint : joinPoints) {
        if (!joinPoint.isOptional()) {
          return true;
        }
      }
      return false;
    }

    /** Whether the library works as it should where the class can't be woven. */
    boolean isDispensable() {
      return !isOfLibrary() && masking() == null;
    }

    /**
     * Which join point a class lacks that every supported version has, null when none.
     *
     * @param missing the ones that the class has no method for
     */
    @Nullable JoinPoint lacking(Set<JoinPoint> missing) {
      JoinPoint absent = null;
      boolean present = false;
      for (JoinPoint joinPoint : joinPoints) {
        if (!missing.contains(joinPoint)) {
          present |= joinPoint.isAlternative();
        } else if (joinPoint.isRequired()) {
          return joinPoint;
        } else if (joinPoint.isAlternative()) {
          absent = joinPoint;
        }
      }
      return present ? null : absent;
    }

    /** The join point for a method: by its exact name, else one of any overload. */
    @Nullable JoinPoint joinPoint(String method, String descriptor) {
      JoinPoint exact = find(method, descriptor);
      return exact == null ? find(method, null) : exact;
    }

    private @Nullable JoinPoint find(String method, @Nullable String descriptor) {
      for (JoinPoint joinPoint : joinPoints) {
        if (joinPoint.matches(method, descriptor)) {
          return joinPoint;
        }
      }
      return null;
    }
  }
}
