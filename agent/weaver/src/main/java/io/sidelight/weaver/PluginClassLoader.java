package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Where advice and adapters live: sees the agent's {@code io.sidelight.*} and everything that the
 * application's loader sees, so advice is ordinary Java typed against the library.
 *
 * <p>It defines {@code io.sidelight.instrumentation.*} itself, from the class files of the agent.
 */
final class PluginClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String AGENT = "io.sidelight.";
  private static final String PLUGINS = "io.sidelight.instrumentation.";

  private final ClassLoader agent;
  private final ProtectionDomain domain;

  /**
   * @param application loader of the woven class, null for the boot loader
   * @param domain of the agent's classes
   */
  PluginClassLoader(@Nullable ClassLoader application, ClassLoader agent, ProtectionDomain domain) {
    super(application == null ? ClassLoader.getPlatformClassLoader() : application);
    this.agent = agent;
    this.domain = domain;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(AGENT)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(PLUGINS)) {
      return agent.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(PLUGINS)) {
      // Not even where the agent has a library of that name: advice would meet the wrong one.
      throw new ClassNotFoundException(name);
    }
    try {
      byte[] bytes = classFile(agent, name);
      return defineClass(name, bytes, 0, bytes.length, domain);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The class file of a class of the agent. */
  static byte[] classFile(ClassLoader agent, String name) throws IOException {
    try (InputStream in = agent.getResourceAsStream(name.replace('.', '/').concat(".class"))) {
      if (in == null) {
        throw new IOException("the agent has no class " + name);
      }
      return in.readAllBytes();
    }
  }
}
