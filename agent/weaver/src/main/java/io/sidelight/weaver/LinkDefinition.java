package io.sidelight.weaver;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;

/**
 * Defines {@code java.lang.SidelightLink}, the class that every woven call site names.
 *
 * <p>{@code java.lang} is opened to the agent alone, then the class is defined by a private lookup:
 * no {@code Unsafe}, no warning, and nothing appended to the boot class path, which would switch
 * off class-data sharing for the application.
 */
final class LinkDefinition {

  static final String NAME = "java.lang.SidelightLink";

  private LinkDefinition() {}

  /** Defines the class and has it link through {@code linker}. */
  static void define(Instrumentation instrumentation, ClassLoader agent, MethodHandle linker)
      throws ReflectiveOperationException, IOException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(LinkDefinition.class.getModule())),
        Set.of(),
        Map.of());
    Class<?> link =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup())
            .defineClass(PluginClassLoader.classFile(agent, NAME));
    link.getMethod("install", MethodHandle.class).invoke(null, linker);
  }
}
