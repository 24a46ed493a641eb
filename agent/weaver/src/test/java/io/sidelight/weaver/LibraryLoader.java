package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The loader of an application: defines {@code sample.library} anew and sees the JDK, but nothing
 * of the agent. Can pose as an older version of the library, which lacks some classes and methods.
 */
final class LibraryLoader extends ClassLoader {

  private static final String LIBRARY = "sample.library.";

  private final Map<String, byte[]> generated = new HashMap<>();
  private final Set<String> lacking;

  /**
   * @param lacking binary names of classes, names of methods
   */
  LibraryLoader(String... lacking) {
    super(ClassLoader.getPlatformClassLoader());
    this.lacking = Set.of(lacking);
  }

  /** Adds a class that has no source. */
  LibraryLoader with(String name, byte[] classFile) {
    generated.put(name, classFile);
    return this;
  }

  /** Calls the static method {@code call} of a class of {@link sample.library.Scenarios}. */
  String call(String scenario, @Nullable String argument) throws Throwable {
    return (String)
        Reflection.invoke(type(scenario), null, "call", new Class<?>[] {String.class}, argument);
  }

  /** Loads a class of the library by its simple name. */
  Class<?> type(String scenario) throws ClassNotFoundException {
    return Class.forName(LIBRARY + scenario, true, this);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = lacking.contains(name) ? null : generated.get(name);
    try (InputStream in = resource(name)) {
      if (classFile == null && in != null) {
        classFile = withoutLacking(in.readAllBytes());
      }
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    InputStream ofJdk = getParent().getResourceAsStream(name);
    return ofJdk != null || !name.endsWith(".class")
        ? ofJdk
        : resource(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String className = name.replace(".class", "").replace('/', '.');
    return className.startsWith(LIBRARY) && !lacking.contains(className)
        ? LibraryLoader.class.getResource("/" + name)
        : null;
  }

  private @Nullable InputStream resource(String name) {
    return name.startsWith(LIBRARY) && !lacking.contains(name)
        ? LibraryLoader.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")
        : null;
  }

  private byte[] withoutLacking(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return lacking.contains(name)
                    ? null
                    : super.visitMethod(access, name, type, signature, exceptions);
              }
            },
            0);
    return writer.toByteArray();
  }
}
