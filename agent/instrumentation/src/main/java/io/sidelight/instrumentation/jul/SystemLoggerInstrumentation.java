package io.sidelight.instrumentation.jul;

import io.sidelight.weaver.JoinPoint;
import io.sidelight.weaver.LibraryInstrumentation;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.function.Predicate;

/**
 * The methods that {@code System.Logger} has itself and bridges such as SLF4J's don't override:
 * they run a supplier once the logger has said that its level is on. Read in the JDK 17 and 25.
 *
 * <p>The JDK's own loggers override all of them, so without a bridge nothing is woven. That matters
 * since every {@code System.exit} of JDK 21 and up loads the interface.
 */
public final class SystemLoggerInstrumentation implements LibraryInstrumentation {

  static final String ADVICE = "io.sidelight.instrumentation.jul.SystemLoggerAdvice$";

  private static final String LOGGER = "java.lang.System$Logger";
  private static final String BRIDGE = "java.lang.System$LoggerFinder";
  private static final String LEVEL = "(Ljava/lang/System$Logger$Level;";

  @Override
  public String name() {
    return "system-logger";
  }

  @Override
  public List<JoinPoint> joinPoints() {
    return suppliers(LOGGER);
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

  /** The methods of a class that take a supplier, or an object to be made text. */
  static List<JoinPoint> suppliers(String className) {
    String supplier = LEVEL + "Ljava/util/function/Supplier;";
    String thrown = "Ljava/lang/Throwable;)V";
    return List.of(
        JoinPoint.optional(className, "log", supplier + ")V", ADVICE + "OfSupplier"),
        JoinPoint.optional(className, "log", supplier + thrown, ADVICE + "OfSupplier"),
        JoinPoint.optional(className, "log", LEVEL + "Ljava/lang/Object;)V", ADVICE + "OfObject"));
  }
}
