package io.sidelight.weaver;

import io.sidelight.weaver.Reference.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks instrumentations against one release of a library, from class files alone.
 *
 * <p>Each class with a join point is woven by the weaver itself, so what fits here fits at run
 * time. From the advice of the join points that the release has, all classes of the agent that can
 * be reached are read, and each reference to a class or a member has to be resolved in the release.
 */
final class ReleaseCheck {

  private static final String PLUGINS = "io/sidelight/instrumentation/";
  private static final Set<String> LOOKUPS =
      Set.of(
          "findVirtual",
          "findStatic",
          "findGetter",
          "findSetter",
          "findVarHandle",
          "findStaticVarHandle",
          "getMethod",
          "getDeclaredMethod",
          "getField",
          "getDeclaredField");

  private final ClassLoader agent;
  private final Library library;
  private final String version;
  private final Release release;
  private final ClassWeaver weaver;
  private final WovenCode code;
  private final Resolution resolution;
  private final List<String> problems = new ArrayList<>();
  private final Set<JoinPoint> found = new HashSet<>();
  private final Set<String> lookingUp = new HashSet<>();
  private final Set<String> active = new TreeSet<>();

  /** The advice to start from, by binary name, and the first join point of it. */
  private final Map<String, String> roots = new LinkedHashMap<>();

  /**
   * @param agent has the class files of advice and adapters
   */
  ReleaseCheck(ClassLoader agent, Library library, String version, Release release) {
    this.agent = agent;
    this.library = library;
    this.version = version;
    this.release = release;
    this.weaver = new ClassWeaver(agent);
    this.code = new WovenCode(release);
    this.resolution = new Resolution(release, agent, library.isJdk());
  }

  ReleaseCheck run(Collection<Instrumented> instrumentations) {
    for (Instrumented instrumented : instrumentations) {
      if (instrumented.isOf(library) && instrumented.isFor(release)) {
        checkJoinPoints(instrumented);
      }
    }
    if (!active.equals(library.instrumentations())) {
      problems.add("instrumented by " + active + " and not by " + library.instrumentations());
    }
    checkReferences();
    checkLookups();
    return this;
  }

  String version() {
    return version;
  }

  /** What does not fit, with advice and join point. */
  List<String> problems() {
    return problems;
  }

  /** The join points that the release has. */
  Set<JoinPoint> found() {
    return found;
  }

  /** The agent's classes that look members up by name, without their common beginning. */
  Set<String> lookingUp() {
    return lookingUp;
  }

  private void checkJoinPoints(Instrumented instrumented) {
    for (Map.Entry<String, Index.Target> entry : instrumented.targets(library).entrySet()) {
      String className = entry.getKey();
      Index.Target target = entry.getValue();
      byte[] classFile = release.classFile(className.replace('.', '/'));
      if (classFile == null) {
        if (!library.lacksClass(className, version)) {
          problem(target.joinPoints().get(0), "there is no class " + className);
        }
        continue;
      }
      active.add(instrumented.name());
      weave(instrumented, target, classFile);
    }
  }

  private void weave(Instrumented instrumented, Index.Target target, byte[] classFile) {
    Set<JoinPoint> missing = new HashSet<>();
    try {
      byte[] woven = weaver.weave(target, release, classFile, missing);
      code.problems(woven, target).forEach(this::problem);
    } catch (IllegalStateException e) {
      blame(instrumented, target, classFile, e);
      return;
    }
    JoinPoint lacking = target.lacking(missing);
    for (JoinPoint joinPoint : target.joinPoints()) {
      if (!missing.contains(joinPoint)) {
        found.add(joinPoint);
        roots.putIfAbsent(joinPoint.advice(), joinPoint.toString());
      } else if (joinPoint.isRequired()) {
        problem(joinPoint, "there is no such method");
      } else if (joinPoint.equals(lacking)) {
        problem(joinPoint, "there is neither this method nor another of its alternatives");
      }
    }
  }

  /** Weaves the join points one by one, to name those whose advice doesn't fit. */
  private void blame(
      Instrumented instrumented,
      Index.Target target,
      byte[] classFile,
      IllegalStateException whole) {
    boolean blamed = false;
    for (JoinPoint joinPoint : target.joinPoints()) {
      Index.Target alone = instrumented.only(joinPoint);
      try {
        weaver.weave(alone, release, classFile, new HashSet<>());
      } catch (IllegalStateException e) {
        blamed = true;
        problem(joinPoint, String.valueOf(e.getMessage()));
      }
    }
    if (!blamed) {
      problems.add(String.valueOf(whole.getMessage()));
    }
  }

  private void problem(JoinPoint joinPoint, String what) {
    problems.add("advice " + shortName(joinPoint.advice()) + " at " + joinPoint + ": " + what);
  }

  private void checkReferences() {
    Deque<String> open = new ArrayDeque<>();
    Map<String, String> via = new HashMap<>();
    roots.forEach(
        (advice, joinPoint) -> {
          String name = advice.replace('.', '/');
          open.add(name);
          via.put(name, "advice " + shortName(advice) + " at " + joinPoint);
        });
    while (!open.isEmpty()) {
      String name = open.remove();
      String origin = via.getOrDefault(name, "");
      byte[] classFile = agentClassFile(name);
      checkInherited(name, origin);
      for (Reference reference : Reference.of(classFile)) {
        if (reference.owner().startsWith(PLUGINS)
            && via.putIfAbsent(reference.owner(), origin) == null) {
          open.add(reference.owner());
        }
        checkReference(name, reference, origin);
      }
    }
  }

  private void checkReference(String name, Reference reference, String origin) {
    String owner = reference.owner();
    String agentClass = shortName(name.replace('/', '.'));
    if (isLookup(reference)) {
      lookingUp.add(agentClass);
    }
    boolean ofPlugin = owner.startsWith(PLUGINS);
    if ((owner.startsWith("io/sidelight/") && !ofPlugin)
        || (owner.startsWith("java/") && !library.isJdk())) {
      return;
    }
    String problem = resolution.problem(reference);
    if (problem != null) {
      String member =
          owner.replace('/', '.') + (reference.name() == null ? "" : "." + reference.name());
      if (!library.guardsReference(agentClass, member, version)) {
        problems.add(agentClass + " (" + origin + "): " + problem);
      }
    }
  }

  private static boolean isLookup(Reference reference) {
    return reference.kind() == Kind.METHOD
        && (reference.owner().equals("java/lang/Class")
            || reference.owner().equals("java/lang/invoke/MethodHandles$Lookup"))
        && LOOKUPS.contains(String.valueOf(reference.name()));
  }

  /** An adapter has to have all methods that the release asks for, and nobody may forbid it. */
  private void checkInherited(String name, String origin) {
    String agentClass = shortName(name.replace('/', '.'));
    for (String problem : resolution.inherited(name)) {
      if (!library.guardsReference(agentClass, problem, version)) {
        problems.add(agentClass + " (" + origin + "): " + problem);
      }
    }
  }

  private void checkLookups() {
    for (Library.Lookup lookup : library.lookups()) {
      String text = lookup.agentClass() + " looks up " + lookup.owner() + "." + lookup.member();
      boolean there = resolution.hasMember(lookup.owner(), lookup.member());
      if (lookup.isIn(version) && !there) {
        problems.add(text + ": there is no such member");
      } else if (!lookup.isIn(version) && there) {
        problems.add(text + ": it is there, although the table says that it is not");
      }
      byte[] classFile = agentClassFile(PLUGINS + lookup.agentClass().replace('.', '/'));
      if (!new ConstantTexts(List.of(lookup.name())).isAnyIn(classFile)) {
        problems.add(text + ": not in its class file, so the table is out of date");
      }
    }
  }

  private byte[] agentClassFile(String internalName) {
    try {
      return PluginClassLoader.classFile(agent, internalName.replace('/', '.'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shortName(String agentClass) {
    String plugins = PLUGINS.replace('/', '.');
    return agentClass.startsWith(plugins) ? agentClass.substring(plugins.length()) : agentClass;
  }
}
