package sample.app;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * A system class loader of the application's own, which prefers its own definition of every class.
 */
public final class AppLoader extends URLClassLoader {

  public AppLoader(ClassLoader parent) throws MalformedURLException {
    super(new URL[0], parent);
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
      appendToClassPathForInstrumentation(path);
    }
  }

  /** Without this method the JVM itself refuses to start with any agent. */
  void appendToClassPathForInstrumentation(String path) throws MalformedURLException {
    addURL(new File(path).toURI().toURL());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      if (findResource(name.replace('.', '/') + ".class") == null) {
        return super.loadClass(name, resolve);
      }
      return findClass(name);
    }
  }
}
