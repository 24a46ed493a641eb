package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chooses the methods {@code call} of {@link sample.library.Dynamics} by name or annotation. */
final class DynamicSample implements DynamicInstrumentation {

  private static final String MARKED = "sample.library.Dynamics$Marked";

  final List<String> offered = new CopyOnWriteArrayList<>();
  final List<String> notWoven = new CopyOnWriteArrayList<>();

  @Override
  public String name() {
    return "dynamic";
  }

  @Override
  public List<String> annotations() {
    return List.of(MARKED);
  }

  @Override
  public boolean meansClass(String className) {
    return className.startsWith("sample.library.Dynamics$ByName");
  }

  @Override
  public List<JoinPoint> joinPoints(DeclaredClass type) {
    offered.add(type.name() + (type.isLoadedBefore() ? " again" : ""));
    List<JoinPoint> joinPoints = new ArrayList<>();
    for (DeclaredMethod method : type.methods()) {
      if (method.name().equals("call") && (meansClass(type.name()) || method.has(MARKED))) {
        joinPoints.add(
            JoinPoint.of(
                type.name(),
                method.name(),
                method.descriptor(),
                "io.sidelight.instrumentation.sample.AroundAdvice"));
      }
    }
    return joinPoints;
  }

  @Override
  public void notWoven(String className, Throwable thrown) {
    notWoven.add(className + ": " + thrown.getMessage());
  }
}
