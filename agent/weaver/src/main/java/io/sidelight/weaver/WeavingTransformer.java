package io.sidelight.weaver;

import io.sidelight.output.Diagnostics;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JVM for every class that is loaded: one look-up in a hash map for each, and weaving
 * for the few that are in it. ASM is not loaded before the first of those. Only where there is a
 * {@link DynamicInstrumentation} is more looked at than the name.
 */
final class WeavingTransformer implements ClassFileTransformer {

  private final Index index;
  private final Map<String, InstrumentationState> states;
  private final ClassLoader agent;
  private final DynamicWeaving @Nullable [] dynamic;

  /** Made when it is first needed, since the class can't be without ASM. */
  private volatile @Nullable ClassWeaver weaver;

  /**
   * @param agent has the class files of advice
   * @param dynamic null for none
   */
  WeavingTransformer(
      Index index,
      Map<String, InstrumentationState> states,
      ClassLoader agent,
      DynamicWeaving @Nullable [] dynamic) {
    this.index = index;
    this.states = states;
    this.agent = agent;
    this.dynamic = dynamic;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain protectionDomain,
      byte[] classFile) {
    if (internalName == null) {
      return null;
    }
    boolean again = classBeingRedefined != null;
    return Privileges.areManaged() && (dynamic != null || !index.targets(internalName).isEmpty())
        ? privileged(loader, internalName, again, classFile)
        : transform(loader, internalName, again, classFile);
  }

  private byte @Nullable [] privileged(
      @Nullable ClassLoader loader, String internalName, boolean again, byte[] classFile) {
    try {
      return Privileges.call(() -> transform(loader, internalName, again, classFile));
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      return null;
    }
  }

  private byte @Nullable [] transform(
      @Nullable ClassLoader loader, String internalName, boolean again, byte[] classFile) {
    byte[] current = classFile;
    boolean changed = false;
    for (Index.Target target : index.targets(internalName)) {
      byte[] woven = weave(target, loader, internalName.replace('/', '.'), current);
      if (woven != null) {
        current = woven;
        changed = true;
      }
    }
    if (dynamic != null) {
      String className = internalName.replace('/', '.');
      for (DynamicWeaving each : dynamic) {
        Index.Target target = each.target(loader, className, current, again);
        byte[] woven =
            target == null ? null : each.weave(weaver(), target, loader, className, current);
        if (woven != null) {
          current = woven;
          changed = true;
        }
      }
    }
    return changed ? current : null;
  }

  private byte @Nullable [] weave(
      Index.Target target, @Nullable ClassLoader loader, String className, byte[] classFile) {
    InstrumentationState state = states.get(target.instrumentation());
    if (state == null) {
      return null;
    }
    boolean whole = !state.isDisabled();
    Index.Target wanted = whole ? target : target.masking();
    if (wanted == null) {
      return null;
    }
    try {
      if (target.isWatched()) {
        target.loaded(className);
      }
      if (!target.asksLibrary() || !target.isFor(new LibraryClasses(loader))) {
        return null;
      }
      if (target.joinPoints().isEmpty()) {
        return null;
      }
      Set<JoinPoint> missing = new HashSet<>();
      byte[] woven = weaver().weave(wanted, loader, classFile, missing);
      JoinPoint lacking = wanted.lacking(missing);
      if (lacking != null) {
        state.disable("this version of the library has no " + lacking);
        return whole
            ? weave(target, loader, className, classFile)
            : withoutMasking(state, className);
      }
      if (wanted.isOfLibrary()) {
        state.markWoven();
      }
      return woven;
    } catch (Throwable e) {
      Diagnostics.rethrowFatal(e);
      Diagnostics.report(
          "weave:" + target.instrumentation(),
          className + " could not be instrumented and runs unchanged",
          e);
      state.disable(className + " could not be instrumented: " + e);
      return whole ? weave(target, loader, className, classFile) : withoutMasking(state, className);
    }
  }

  /** The class stays as it is, and the user has to know, since masking was asked for. */
  private static byte @Nullable [] withoutMasking(InstrumentationState state, String className) {
    state.maskingLost(className);
    return null;
  }

  /** Two threads may make one each; they are alike. */
  private ClassWeaver weaver() {
    ClassWeaver known = weaver;
    if (known == null) {
      known = new ClassWeaver(agent);
      weaver = known;
    }
    return known;
  }

  /** Looks for class files, so that nothing is loaded earlier than it would have been. */
  private static final class LibraryClasses implements Predicate<String> {

    private final @Nullable ClassLoader loader;

    LibraryClasses(@Nullable ClassLoader loader) {
      this.loader = loader;
    }

    @Override
    public boolean test(String className) {
      String resource = className.replace('.', '/').concat(".class");
      return (loader == null
              ? ClassLoader.getSystemResource(resource)
              : loader.getResource(resource))
          != null;
    }
  }
}
