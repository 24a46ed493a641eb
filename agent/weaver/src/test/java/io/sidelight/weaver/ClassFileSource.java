package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Where the class files of whole libraries come from: by internal name. */
final class ClassFileSource {

  private static final Remapper OUT_OF_JAVA =
      new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String name) {
          return name.startsWith("java/") && !name.startsWith("java/lang/")
              ? "woven/" + name
              : name;
        }
      };

  private ClassFileSource() {}

  /** The classes of the jar on the class path that has a class. */
  static Map<String, byte[]> jarWith(String className) throws IOException {
    URL url = ClassFileSource.class.getResource("/" + className.replace('.', '/') + ".class");
    Map<String, byte[]> classFiles = new TreeMap<>();
    JarURLConnection connection = (JarURLConnection) url.openConnection();
    try (JarFile jar =
        new JarFile(Path.of(URI.create(connection.getJarFileURL().toString())).toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (isClass(name) && !name.startsWith("META-INF/")) {
          try (InputStream in = jar.getInputStream(entry)) {
            classFiles.put(withoutSuffix(name), in.readAllBytes());
          }
        }
      }
    }
    return classFiles;
  }

  /**
   * The classes of a module of the JDK, but not of {@code java.lang}. Those of other {@code java}
   * packages are renamed, since only the boot loader may define them.
   */
  static Map<String, byte[]> module(String module) throws IOException {
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", module);
    Map<String, byte[]> classFiles = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> isClass(file.toString()))
          .forEach(
              file -> {
                String name = withoutSuffix(root.relativize(file).toString());
                if (!name.startsWith("java/lang/")) {
                  classFiles.put(OUT_OF_JAVA.map(name), renamed(read(file)));
                }
              });
    }
    return classFiles;
  }

  private static byte[] renamed(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new ClassRemapper(writer, OUT_OF_JAVA), 0);
    return writer.toByteArray();
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClass(String name) {
    return name.endsWith(".class") && !name.endsWith("module-info.class");
  }

  private static String withoutSuffix(String name) {
    return name.substring(0, name.length() - ".class".length());
  }
}
