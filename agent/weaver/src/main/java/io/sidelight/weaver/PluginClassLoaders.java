package io.sidelight.weaver;

import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One plugin class loader for each application class loader.
 *
 * <p>Both sides are held weakly. A plugin loader is kept alive by the call sites that were linked
 * into it, which belong to the application's classes; once those are gone (an undeployed web
 * application) nothing here keeps either loader.
 */
final class PluginClassLoaders {

  private final ClassLoader agent;
  private final Map<ClassLoader, WeakReference<PluginClassLoader>> byApplication =
      new WeakHashMap<>();
  private @Nullable PluginClassLoader forBoot;

  /** That of the agent's jar, for what a security policy grants it. */
  private final ProtectionDomain domain = PluginClassLoaders.class.getProtectionDomain();

  PluginClassLoaders(ClassLoader agent) {
    this.agent = agent;
  }

  /**
   * @param application null for the boot loader
   */
  synchronized PluginClassLoader forApplication(@Nullable ClassLoader application) {
    if (application == null) {
      if (forBoot == null) {
        forBoot = new PluginClassLoader(null, agent, domain);
      }
      return forBoot;
    }
    WeakReference<PluginClassLoader> known = byApplication.get(application);
    PluginClassLoader loader = known == null ? null : known.get();
    if (loader == null) {
      loader = new PluginClassLoader(application, agent, domain);
      byApplication.put(application, new WeakReference<>(loader));
    }
    return loader;
  }
}
