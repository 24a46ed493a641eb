package io.sidelight.weaver;

import io.sidelight.output.Diagnostics;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weaves what a {@link DynamicInstrumentation} chooses. A class that can't be woven runs unchanged,
 * and the others are woven all the same.
 */
final class DynamicWeaving {

  private final DynamicInstrumentation instrumentation;
  private final InstrumentationState state;
  private final ApplicationCode code;
  private final ConstantTexts annotations;
  private final List<String> annotationNames;

  /** From then on a class that is transformed again was seen before. */
  private volatile boolean installed;

  /**
   * @param agent loader of the agent
   */
  DynamicWeaving(
      DynamicInstrumentation instrumentation, InstrumentationState state, ClassLoader agent) {
    this.instrumentation = instrumentation;
    this.state = state;
    this.code = new ApplicationCode(agent);
    List<String> descriptors = new ArrayList<>();
    annotationNames = List.copyOf(instrumentation.annotations());
    for (String annotation : annotationNames) {
      descriptors.add("L" + annotation.replace('.', '/') + ";");
    }
    annotations = new ConstantTexts(descriptors);
  }

  /** The classes that were loaded before the agent have been woven. */
  void installed() {
    installed = true;
  }

  /**
   * What is to be woven into a class, null if nothing in it is meant.
   *
   * @param loader null for the boot loader
   * @param className binary name
   * @param again whether the class is loaded already
   */
  Index.@Nullable Target target(
      @Nullable ClassLoader loader, String className, byte[] classFile, boolean again) {
    if (loader == null || state.isDisabled() || !code.has(loader, className)) {
      return null;
    }
    try {
      boolean annotated = annotations.isAnyIn(classFile);
      if (!annotated && !instrumentation.meansClass(className)) {
        return null;
      }
      DeclaredClass type = DeclaredClass.of(classFile, again && installed);
      if (again && annotated && !type.hasAny(annotationNames)) {
        // The JVM has forgotten the annotations that are for class files only.
        byte[] resource = classFile(loader, className);
        type = resource.length == 0 ? type : DeclaredClass.of(resource, installed);
      }
      List<JoinPoint> joinPoints = instrumentation.joinPoints(type);
      return joinPoints.isEmpty() ? null : new Index.Target(instrumentation, joinPoints);
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      instrumentation.notWoven(className, e);
      return null;
    }
  }

  /** Returns the woven class file, null if it can't be woven. */
  byte @Nullable [] weave(
      ClassWeaver weaver,
      Index.Target target,
      @Nullable ClassLoader loader,
      String className,
      byte[] classFile) {
    try {
      byte[] woven = weaver.weave(target, loader, classFile, new HashSet<>());
      state.markWoven();
      return woven;
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      instrumentation.notWoven(className, e);
      return null;
    }
  }

  /** Whether a class that was loaded before the agent has to be woven now. */
  boolean concerns(Class<?> loaded) {
    String className = loaded.getName();
    ClassLoader loader = loaded.getClassLoader();
    if (loader == null || !code.has(loader, className)) {
      return false;
    }
    return instrumentation.meansClass(className)
        || (!annotationNames.isEmpty() && annotations.isAnyIn(classFile(loader, className)));
  }

  /** Read as a resource: a class that is asked for its annotations loads others. */
  private static byte[] classFile(ClassLoader loader, String className) {
    try (InputStream in =
        loader.getResourceAsStream(className.replace('.', '/').concat(".class"))) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException | RuntimeException | LinkageError e) {
      return new byte[0]; // not to be found where it should be, so not to be recognised
    }
  }
}
