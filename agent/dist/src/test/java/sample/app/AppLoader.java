package sample.app;

import java.io.IOException;
import java.io.InputStream;

/** A system class loader of the application's own, which defines every class itself. */
public final class AppLoader extends ClassLoader {

  public AppLoader(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      String resource = name.replace('.', '/') + ".class";
      try (InputStream in = name.startsWith("java.") ? null : getResourceAsStream(resource)) {
        if (in == null) {
          return super.loadClass(name, resolve);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
