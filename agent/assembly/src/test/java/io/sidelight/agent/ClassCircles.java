package io.sidelight.agent;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Circles of classes: sets in which each class leads to each other by what it uses, the strongly
 * connected components of that graph (found by Tarjan's algorithm, in one pass). A nested class
 * counts as its outermost one.
 */
final class ClassCircles {

  private final Map<String, Set<String>> uses = new TreeMap<>();
  private final Map<String, Integer> found = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Set<String>> circles = new ArrayList<>();

  private ClassCircles() {}

  /** Finds the circles among classes; what these use besides is left out. */
  static ClassCircles of(JavaClasses classes) {
    ClassCircles circles = new ClassCircles();
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (classes.contain(target.getName())) {
          circles.add(outermost(each), outermost(target));
        }
      }
    }
    for (String name : circles.uses.keySet()) {
      if (!circles.found.containsKey(name)) {
        circles.visit(name);
      }
    }
    return circles;
  }

  List<Set<String>> largerThan(int size) {
    return circles.stream().filter(circle -> circle.size() > size).toList();
  }

  private void add(String from, String to) {
    if (!from.equals(to)) {
      uses.computeIfAbsent(from, name -> new TreeSet<>()).add(to);
    }
  }

  private int visit(String name) {
    int index = found.size();
    int low = index;
    found.put(name, index);
    path.push(name);
    onPath.add(name);
    for (String next : uses.getOrDefault(name, Set.of())) {
      Integer known = found.get(next);
      if (known == null) {
        low = Math.min(low, visit(next));
      } else if (onPath.contains(next)) {
        low = Math.min(low, known);
      }
    }
    if (low == index) {
      circles.add(popTo(name));
    }
    return low;
  }

  private Set<String> popTo(String name) {
    Set<String> circle = new TreeSet<>();
    String last;
    do {
      last = path.pop();
      onPath.remove(last);
      circle.add(last);
    } while (!last.equals(name));
    return circle;
  }

  private static String outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer.getName();
  }
}
