package io.sidelight.weaver;

import io.sidelight.agent.Instrumentations;
import io.sidelight.config.LiveConfig;
import io.sidelight.instrumentation.unknown.UnknownServersInstrumentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An instrumentation of the agent, as the tests of releases see it. */
record Instrumented(LibraryInstrumentation instrumentation) {

  /** They decide by what runs in the JVM, not by what a library has. */
  private static final Set<String> DECIDED_AT_RUN_TIME = Set.of("SystemLogger", "UnknownServers");

  /** All of the agent that have join points by exact names. */
  static List<Instrumented> all() {
    List<Instrumented> all = new ArrayList<>();
    for (LibraryInstrumentation each : registered()) {
      all.add(new Instrumented(each));
    }
    all.add(new Instrumented(new UnknownServersInstrumentation()));
    return all;
  }

  @SuppressWarnings("NullAway") // asked only where steps are configured
  private static List<LibraryInstrumentation> registered() {
    return Instrumentations.enabled(LiveConfig.load("").current(), null);
  }

  /** Name of its class, without the last word. */
  String name() {
    return instrumentation.getClass().getSimpleName().replaceFirst("Instrumentation$", "");
  }

  List<JoinPoint> joinPoints() {
    return instrumentation.joinPoints();
  }

  boolean isOf(Library library) {
    return joinPoints().stream().anyMatch(joinPoint -> library.owns(joinPoint.className()));
  }

  boolean isFor(Release release) {
    return DECIDED_AT_RUN_TIME.contains(name()) || instrumentation.isFor(release::has);
  }

  /** What is woven into the classes of a library, by their binary names. */
  Map<String, Index.Target> targets(Library library) {
    Index index = new Index(List.of(instrumentation));
    Map<String, Index.Target> targets = new LinkedHashMap<>();
    for (JoinPoint joinPoint : joinPoints()) {
      String className = joinPoint.className();
      if (library.owns(className)) {
        targets.put(className, index.targets(className.replace('.', '/')).get(0));
      }
    }
    return targets;
  }

  /** One join point of a target. */
  Index.Target only(JoinPoint joinPoint) {
    return new Index.Target(instrumentation, List.of(joinPoint));
  }
}
