package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.LibraryInstrumentation;
import java.lang.module.ModuleDescriptor;
import java.util.function.Predicate;

/**
 * The methods that {@code System.Logger} has itself and bridges such as SLF4J's don't override:
 * they run a supplier once the logger has said that its level is on. Read in the JDK 17 and 25.
 *
 * <p>The JDK's own loggers override all of them, so without a bridge nothing is woven. That matters
 * since every {@code System.exit} of JDK 21 and up loads the interface.
 */
public final class SystemLoggerInstrumentation implements LibraryInstrumentation {

  private static final String BRIDGE = "java.lang.System$LoggerFinder";

  @Override
  public String name() {
    return "system-logger";
  }

  /**
   * Looks where the JDK looks for a bridge: in the modules, and on the class path of the system
   * loader.
   */
  @Override
  public boolean isFor(Predicate<String> library) {
    for (Module module : ModuleLayer.boot().modules()) {
      ModuleDescriptor descriptor = module.getDescriptor();
      for (ModuleDescriptor.Provides provides : descriptor.provides()) {
        if (provides.service().equals(BRIDGE) && !descriptor.name().startsWith("java.")) {
          return true;
        }
      }
    }
    return ClassLoader.getSystemClassLoader().getResource("META-INF/services/" + BRIDGE) != null;
  }
}
