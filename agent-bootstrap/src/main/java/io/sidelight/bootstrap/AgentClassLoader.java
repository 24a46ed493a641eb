package io.sidelight.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads the agent from the {@code sidelight/} folder of its own jar, where classes end in {@code
 * .classdata}: neither the application nor a class-path scanner finds them, and nothing of the
 * application (another ASM, another Jackson) is seen from here. Parent: the platform loader.
 *
 * <p>Reads with {@link ZipFile}, which leaves the default file system alone ({@code java.nio.file}
 * in premain would fix it before {@code main} can choose one).
 */
final class AgentClassLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String FOLDER = "sidelight/";
  private static final String CLASS = ".class";

  private final ZipFile jar;
  private final JarWatch watch;

  /** That of the jar: what a security policy grants it, its hidden classes have as well. */
  private final ProtectionDomain domain = AgentClassLoader.class.getProtectionDomain();

  private AgentClassLoader(File file, ClassLoader parent) throws IOException {
    super(parent);
    this.jar = new ZipFile(file);
    this.watch = new JarWatch(file);
  }

  /** Opens the jar that this class came from. */
  static ClassLoader open() throws IOException, ReflectiveOperationException {
    ClassLoader own = AgentClassLoader.class.getClassLoader();
    // The platform loader, which is the outermost; getPlatformClassLoader() isn't there on Java 8.
    // It is further away where -Djava.system.class.loader names a loader of the application's.
    ClassLoader parent = (own == null ? ClassLoader.getSystemClassLoader() : own).getParent();
    while (parent != null && parent.getParent() != null) {
      parent = parent.getParent();
    }
    return new AgentClassLoader(ownJar(), parent);
  }

  private static File ownJar() throws IOException {
    CodeSource source = AgentClassLoader.class.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    if (location == null) {
      throw new IOException("can't tell which jar the agent was loaded from");
    }
    try {
      return new File(location.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new IOException("can't read the agent's jar at " + location, e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] bytes = read(name.replace('.', '/').concat(CLASS));
      if (bytes != null) {
        return defineClass(name, bytes, 0, bytes.length, domain);
      }
    } catch (ClassFormatError e) {
      watch.failed(e);
      throw e;
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    throw new ClassNotFoundException(name);
  }

  /** Resources of the agent alone: the application's are never seen. Null when there is none. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] bytes = read(name);
      return bytes == null ? null : new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable byte[] read(String name) throws IOException {
    try {
      ZipEntry entry =
          jar.getEntry(FOLDER.concat(name.endsWith(CLASS) ? name.concat("data") : name));
      return entry == null ? null : read(entry);
    } catch (IOException e) {
      watch.failed(e);
      throw e;
    } catch (RuntimeException e) {
      watch.failed(e);
      throw new IOException(e);
    }
  }

  private byte[] read(ZipEntry entry) throws IOException {
    byte[] bytes = new byte[(int) entry.getSize()];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int read = 0; read < bytes.length; ) {
        int n = in.read(bytes, read, bytes.length - read);
        if (n < 0) {
          throw new IOException("the agent's jar was cut off while it was read: " + entry);
        }
        read += n;
      }
    }
    return bytes;
  }
}
