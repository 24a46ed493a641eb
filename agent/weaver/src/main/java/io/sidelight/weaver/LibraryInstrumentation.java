package io.sidelight.weaver;

import io.sidelight.library.LibraryDescription;
import io.sidelight.library.LibraryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is woven into one library. Loaded by the agent's loader, so it names the library's classes
 * and its own advice as text and touches neither.
 */
public interface LibraryInstrumentation extends LibraryDescription {

  /** Name of its switch, {@code sidelight.instrument.<name>}, which several may share. */
  String name();

  /**
   * Identity, unlike that of all others: state, call sites and opened packages belong to it. The
   * name of the switch unless several instrumentations share that.
   */
  default String id() {
    return name();
  }

  /**
   * What is woven: the join points that stand at its advice ({@link AdviceOn}), those of advice in
   * its package that names no instrumentation included.
   */
  default List<JoinPoint> joinPoints() {
    DeclaredJoinPoints declared = DeclaredJoinPoints.ofAgent();
    List<JoinPoint> all = new ArrayList<>(declared.of(getClass().getPackageName()));
    all.addAll(declared.of(id()));
    return all;
  }

  /**
   * Whether the library is of the generation that this instrumentation is for, where two
   * generations have classes of the same names. One that isn't is left to the other
   * instrumentation, silently.
   *
   * @param library tells whether the loader of a woven class has a class, by binary name
   */
  default boolean isFor(Predicate<String> library) {
    return true;
  }

  /**
   * Classes without a join point at whose loading {@link #isFor} is asked as well, by binary name:
   * for an instrumentation that reports a library of an unknown shape, which may have none of the
   * woven classes.
   */
  default Set<String> markerClasses() {
    return Set.of();
  }

  /**
   * Packages that advice has to reach by method handles, where the woven classes belong to a named
   * module, such as those of the JDK. The packages of the woven classes themselves are among them
   * without being named here.
   */
  default Set<String> opens() {
    return Set.of();
  }

  /**
   * Classes that are not woven, by binary name: {@link #loaded} is called when they load. They cost
   * a program that doesn't load them nothing.
   */
  default Set<String> watchedClasses() {
    return Set.of();
  }

  /**
   * A watched class is being loaded, on this thread, which may hold locks of its loader: nothing
   * here may load classes of the application or wait for it.
   */
  default void loaded(String className) {}

  /** Whether it belongs to a library, which {@code armed} names once it is there. */
  default boolean isOfALibrary() {
    return true;
  }

  /**
   * Told when its classes are woven from now on, and when it is disabled: for what it does apart
   * from weaving.
   */
  default void switched(boolean on) {}

  /** Adds nothing. It is asked whether its switch is on or off. */
  @Override
  default void describe(LibraryNames names) {}
}
