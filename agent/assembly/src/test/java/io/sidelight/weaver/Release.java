package io.sidelight.weaver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class files of one release of a library with all that it depends on, or of one JDK.
 *
 * <p>The weaver reads them as resources of a class loader, which is what this is; no class is ever
 * loaded from it.
 */
final class Release extends ClassLoader implements AutoCloseable {

  private final String name;
  private final Source source;
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  private Release(String name, Source source) {
    super(null);
    this.name = name;
    this.source = source;
  }

  /**
   * @param name of the library and the release
   */
  static Release ofJars(String name, List<Path> jars) throws IOException {
    List<JarFile> opened = new ArrayList<>();
    for (Path jar : jars) {
      opened.add(new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, Runtime.version()));
    }
    return new Release(name, new Jars(opened));
  }

  /**
   * @param classFiles by internal name
   */
  static Release of(String name, Map<String, byte[]> classFiles) {
    return new Release(name, new ClassFilesAtHand(classFiles));
  }

  static Release ofJdk(String name, Path home) throws IOException {
    FileSystem files =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
    return new Release(name, new Jdk(files));
  }

  /** Null if the release has no such class. */
  byte @Nullable [] classFile(String internalName) {
    return read.computeIfAbsent(internalName, this::find).orElse(null);
  }

  private Optional<byte[]> find(String internalName) {
    try {
      return Optional.ofNullable(source.read(internalName.concat(".class")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param className binary name
   */
  boolean has(String className) {
    return classFile(className.replace('.', '/')) != null;
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String resource) {
    byte[] found = classFile(resource.substring(0, resource.length() - ".class".length()));
    return found == null ? null : new ByteArrayInputStream(found);
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  @Override
  public String toString() {
    return name;
  }

  private interface Source extends AutoCloseable {

    byte @Nullable [] read(String file) throws IOException;

    @Override
    void close() throws IOException;
  }

  private record ClassFilesAtHand(Map<String, byte[]> classFiles) implements Source {

    @Override
    public byte @Nullable [] read(String file) {
      return classFiles.get(file.substring(0, file.length() - ".class".length()));
    }

    @Override
    public void close() {}
  }

  private record Jars(List<JarFile> jars) implements Source {

    @Override
    public byte @Nullable [] read(String file) throws IOException {
      for (JarFile jar : jars) {
        var entry = jar.getJarEntry(file);
        if (entry != null) {
          try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
          }
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      for (JarFile jar : jars) {
        jar.close();
      }
    }
  }

  private record Jdk(FileSystem files) implements Source {

    @Override
    public byte @Nullable [] read(String file) throws IOException {
      int end = file.lastIndexOf('/');
      if (end < 0) {
        return null;
      }
      Path modules = files.getPath("/packages", file.substring(0, end).replace('/', '.'));
      if (!Files.isDirectory(modules)) {
        return null;
      }
      try (Stream<Path> links = Files.list(modules)) {
        for (Path link : links.toList()) {
          Path found = files.getPath("/modules", link.getFileName().toString(), file);
          if (Files.exists(found)) {
            return Files.readAllBytes(found);
          }
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      files.close();
    }
  }
}
