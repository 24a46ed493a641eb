package io.sidelight.weaver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines classes from class files in memory and has the JVM verify them without running them. */
final class VerifyingLoader extends ClassLoader {

  private final Map<String, byte[]> classFiles;

  /**
   * @param classFiles by internal name
   */
  VerifyingLoader(Map<String, byte[]> classFiles) {
    super(ClassLoader.getPlatformClassLoader());
    this.classFiles = classFiles;
  }

  /**
   * Links a class, which verifies it, and does not initialise it.
   *
   * @return the reason why it can't be linked, else null
   */
  @SuppressWarnings("ReturnValueIgnored") // asked for the linking alone
  @Nullable LinkageError verify(String internalName) {
    try {
      // Reflection links a class before it looks at its members; resolveClass does nothing.
      loadClass(internalName.replace('/', '.')).getDeclaredConstructors();
      return null;
    } catch (LinkageError e) {
      return e;
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] classFile = classFiles.get(name.replace('.', '/'));
      if (classFile == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, classFile, 0, classFile.length) : loaded;
    }
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    byte[] classFile =
        name.endsWith(".class")
            ? classFiles.get(name.substring(0, name.length() - ".class".length()))
            : null;
    return classFile == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(classFile);
  }
}
