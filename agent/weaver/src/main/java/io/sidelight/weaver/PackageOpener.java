package io.sidelight.weaver;

import java.lang.instrument.Instrumentation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lets advice look into the package of the class that it is woven into, where that belongs to a
 * named module: {@code MethodHandles.privateLookupIn} works there as it does on the class path.
 *
 * <p>A package is opened to the module of the advice alone, and when advice is first linked into
 * it, so that an application that never gets there has its modules as they were.
 */
final class PackageOpener {

  private final Instrumentation instrumentation;
  private final Map<String, Set<String>> more = new HashMap<>();

  PackageOpener(
      Instrumentation instrumentation, Collection<LibraryInstrumentation> instrumentations) {
    this.instrumentation = instrumentation;
    for (LibraryInstrumentation library : instrumentations) {
      more.put(library.id(), library.opens());
    }
  }

  /**
   * @param id of the instrumentation
   * @param advice module of its advice
   */
  void open(String id, Class<?> woven, Module advice) {
    Module module = woven.getModule();
    if (module.isNamed()) {
      open(module, woven.getPackageName(), advice);
      for (String other : more.getOrDefault(id, Set.of())) {
        if (module.getPackages().contains(other)) {
          open(module, other, advice);
        }
      }
    }
  }

  private void open(Module module, String name, Module advice) {
    if (!module.isOpen(name, advice) && instrumentation.isModifiableModule(module)) {
      instrumentation.redefineModule(
          module, Set.of(), Map.of(), Map.of(name, Set.of(advice)), Set.of(), Map.of());
    }
  }
}
