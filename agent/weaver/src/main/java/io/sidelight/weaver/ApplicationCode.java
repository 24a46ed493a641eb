package io.sidelight.weaver;

import org.jspecify.annotations.Nullable;

/** Tells the classes that somebody has written for the application from all others. */
final class ApplicationCode {

  /**
   * Parts of the names that libraries give to classes which they generate around another one:
   * Spring, CGLIB, Guice, Weld, Javassist and more; the JDK; Byte Buddy; Hibernate; Mockito;
   * Micronaut.
   */
  private static final String[] GENERATED = {
    "$$", "$Proxy", "$ByteBuddy$", "$HibernateProxy$", "$MockitoMock$", "$Definition$Intercepted"
  };

  /** The same at the ends of names: Quarkus. */
  private static final String[] GENERATED_ENDS = {"_ClientProxy", "_Subclass"};

  private final ClassLoader agent;

  ApplicationCode(ClassLoader agent) {
    this.agent = agent;
  }

  /**
   * @param loader null for the boot loader
   * @param className binary name
   */
  boolean has(@Nullable ClassLoader loader, String className) {
    return loader != null
        && loader != ClassLoader.getPlatformClassLoader()
        && loader != agent
        && !(loader instanceof PluginClassLoader)
        && !className.startsWith("io.sidelight.bootstrap.")
        && !isOfJdk(className)
        && !isGenerated(className);
  }

  /** Its tools are in the application's loader. */
  private static boolean isOfJdk(String className) {
    return className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("com.sun.tools.");
  }

  private static boolean isGenerated(String className) {
    for (String part : GENERATED) {
      if (className.contains(part)) {
        return true;
      }
    }
    for (String end : GENERATED_ENDS) {
      if (className.endsWith(end)) {
        return true;
      }
    }
    return className.indexOf('/') >= 0; // a hidden class
  }
}
