package io.sidelight.instrumentation.steps;

import io.sidelight.output.Diagnostics;
import io.sidelight.step.PatternMatch;
import io.sidelight.step.StepMatches;
import io.sidelight.weaver.DeclaredClass;
import io.sidelight.weaver.DeclaredMethod;
import io.sidelight.weaver.DynamicInstrumentation;
import io.sidelight.weaver.JoinPoint;
import java.util.ArrayList;
import java.util.List;

/** Times the methods that the patterns of option {@code steps} mean. */
public final class StepsInstrumentation implements DynamicInstrumentation {

  private static final String ADVICE = "io.sidelight.instrumentation.steps.StepAdvice";
  private static final String STAGE_ADVICE = "io.sidelight.instrumentation.steps.StageStepAdvice";

  private final List<PatternMatch> byClass = new ArrayList<>();
  private final List<PatternMatch> byAnnotation = new ArrayList<>();

  /**
   * @param matches is told what the patterns have matched
   */
  public StepsInstrumentation(StepMatches matches) {
    for (PatternMatch match : matches.patterns()) {
      (match.pattern().isAnnotation() ? byAnnotation : byClass).add(match);
    }
  }

  @Override
  public String name() {
    return "steps";
  }

  @Override
  public List<String> annotations() {
    List<String> names = new ArrayList<>(byAnnotation.size());
    for (PatternMatch match : byAnnotation) {
      names.add(match.pattern().annotation());
    }
    return names;
  }

  @Override
  public boolean meansClass(String className) {
    for (PatternMatch match : byClass) {
      if (match.pattern().matchesClass(className)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<JoinPoint> joinPoints(DeclaredClass type) {
    List<PatternMatch> patterns = patternsFor(type);
    int[] found = new int[patterns.size()];
    List<JoinPoint> joinPoints = new ArrayList<>();
    for (DeclaredMethod method : type.methods()) {
      boolean meant = false;
      for (int i = 0; i < found.length; i++) {
        PatternMatch match = patterns.get(i);
        if (!StepMethods.isMeant(match.pattern(), type, method)) {
          continue;
        }
        if (StepMethods.isSuspendFunction(method)) {
          match.suspendFunctionFound(type.name() + "#" + method.name());
        } else {
          found[i]++;
          meant = true;
        }
      }
      if (meant) {
        joinPoints.add(joinPoint(type, method));
      }
    }
    for (int i = 0; i < found.length && !type.isLoadedBefore(); i++) {
      patterns.get(i).methodsFound(found[i]);
    }
    return joinPoints;
  }

  @Override
  public void notWoven(String className, Throwable thrown) {
    boolean told = false;
    for (PatternMatch match : byClass) {
      if (match.pattern().matchesClass(className)) {
        match.notWoven(className, thrown);
        told = true;
      }
    }
    if (!told) {
      Diagnostics.report(
          "weave:steps", className + " could not be instrumented and runs unchanged", thrown);
    }
  }

  private List<PatternMatch> patternsFor(DeclaredClass type) {
    List<PatternMatch> patterns = new ArrayList<>();
    for (PatternMatch match : byAnnotation) {
      if (type.isCarried(match.pattern().annotation())) {
        match.classFound();
        patterns.add(match);
      }
    }
    for (PatternMatch match : byClass) {
      if (match.pattern().matchesClass(type.name())) {
        match.classFound();
        patterns.add(match);
      }
    }
    return patterns;
  }

  private static JoinPoint joinPoint(DeclaredClass type, DeclaredMethod method) {
    String advice = StepMethods.mayReturnStage(method) ? STAGE_ADVICE : ADVICE;
    return JoinPoint.of(type.name(), method.name(), method.descriptor(), advice)
        .withLabel(StepMethods.stepName(type.name(), method.name()));
  }
}
