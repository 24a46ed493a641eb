package io.sidelight.weaver;

import io.sidelight.output.Diagnostics;
import io.sidelight.output.EventLog;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The weaver as the rest of the agent sees it: install once, then ask what is armed. */
public final class Weaver {

  private final Collection<LibraryInstrumentation> instrumentations;

  /** By identity. */
  private final Map<String, InstrumentationState> states = new LinkedHashMap<>();

  /**
   * @param log is told when an instrumentation is disabled
   * @param instrumentations the ones that are switched on
   */
  public Weaver(EventLog log, Collection<LibraryInstrumentation> instrumentations) {
    this.instrumentations = instrumentations;
    for (LibraryInstrumentation library : instrumentations) {
      if (states.put(library.id(), new InstrumentationState(library, log)) != null) {
        throw new IllegalArgumentException("two instrumentations are " + library.id());
      }
    }
  }

  /**
   * Starts weaving classes as they load, and those that are loaded already (an agent that is
   * attached late).
   */
  public void install(Instrumentation instrumentation)
      throws ReflectiveOperationException, IOException {
    ClassLoader agent = Weaver.class.getClassLoader();
    Index index = new Index(instrumentations);
    Linker linker =
        new Linker(
            states,
            new PluginClassLoaders(agent),
            new PackageOpener(instrumentation, instrumentations));
    LinkDefinition.define(instrumentation, agent, linker.asHandle());
    DynamicWeaving @Nullable [] dynamic = dynamic(agent);
    instrumentation.addTransformer(new WeavingTransformer(index, states, agent, dynamic), true);
    retransformLoaded(instrumentation, index, dynamic);
    for (LibraryInstrumentation library : instrumentations) {
      library.switched(true);
    }
    for (int i = 0; dynamic != null && i < dynamic.length; i++) {
      dynamic[i].installed();
    }
  }

  private DynamicWeaving @Nullable [] dynamic(ClassLoader agent) {
    List<DynamicWeaving> dynamic = new ArrayList<>(0);
    for (LibraryInstrumentation library : instrumentations) {
      InstrumentationState state = states.get(library.id());
      if (library instanceof DynamicInstrumentation && state != null) {
        dynamic.add(new DynamicWeaving((DynamicInstrumentation) library, state, agent));
      }
    }
    return dynamic.isEmpty() ? null : dynamic.toArray(new DynamicWeaving[0]);
  }

  /** Names of the switches whose libraries were found, in the order of declaration. */
  public List<String> armed() {
    Set<String> armed = new LinkedHashSet<>();
    for (InstrumentationState state : states.values()) {
      if (state.isArmed() && state.isOfALibrary()) {
        armed.add(state.name());
      }
    }
    return List.copyOf(armed);
  }

  private static void retransformLoaded(
      Instrumentation instrumentation, Index index, DynamicWeaving @Nullable [] dynamic) {
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (!index.targets(loaded.getName().replace('.', '/')).isEmpty()
          || (dynamic != null && concerns(dynamic, loaded))) {
        try {
          instrumentation.retransformClasses(loaded);
        } catch (UnmodifiableClassException | RuntimeException | LinkageError e) {
          Diagnostics.report(
              "retransform:" + loaded.getName(),
              loaded.getName() + " was loaded before the agent and could not be instrumented",
              e);
        }
      }
    }
  }

  private static boolean concerns(DynamicWeaving[] dynamic, Class<?> loaded) {
    for (DynamicWeaving each : dynamic) {
      if (!loaded.isArray() && each.concerns(loaded)) {
        return true;
      }
    }
    return false;
  }
}
