package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What weaving one class has to know of others. They are read as class files and only when they are
 * asked for: none is loaded earlier than it would have been.
 */
final class ApplicationClasses {

  private static final String OBJECT = "java/lang/Object";

  private final ClassLoader application;
  private final Map<String, ClassReader> read = new HashMap<>();

  /**
   * @param application loader of the woven class, null for the boot loader
   */
  ApplicationClasses(@Nullable ClassLoader application, ClassReader woven) {
    // The boot loader has no object of its own, and the platform loader sees all that it has.
    this.application = application == null ? ClassLoader.getPlatformClassLoader() : application;
    read.put(woven.getClassName(), woven);
  }

  /**
   * Whether each value of one reference type is of the other, too.
   *
   * @throws IllegalStateException if the other type is not there
   */
  boolean isAssignable(Type from, Type to) {
    require(to);
    if (to.getSort() == Type.ARRAY || from.getSort() == Type.ARRAY) {
      return from.equals(to) || to.getInternalName().equals(OBJECT);
    }
    return isSubclass(from.getInternalName(), to.getInternalName());
  }

  /** Woven code may only name what the application has: where it hasn't, nothing can be linked. */
  void require(Type type) {
    Type named = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (named.getSort() == Type.OBJECT && find(named.getInternalName()) == null) {
      throw new IllegalStateException("there is no class " + named.getClassName());
    }
  }

  private boolean isSubclass(String from, String to) {
    if (from.equals(to) || to.equals(OBJECT)) {
      return true;
    }
    ClassReader reader = find(from);
    if (reader == null) {
      return false;
    }
    if (reader.getSuperName() != null && isSubclass(reader.getSuperName(), to)) {
      return true;
    }
    for (String implemented : reader.getInterfaces()) {
      if (isSubclass(implemented, to)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds a field as the JVM will, in the class or in the nearest superclass that has one.
   *
   * @throws IllegalStateException if there is none, or the class has no access to it
   */
  Field field(String owner, String name) {
    String declaring = owner;
    while (declaring != null) {
      ClassReader reader = find(declaring);
      if (reader == null) {
        throw new IllegalStateException("there is no class " + declaring);
      }
      FieldFinder finder = new FieldFinder(name);
      reader.accept(
          finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      Field field = finder.found;
      if (field != null) {
        if (!field.isAccessible(declaring, owner)) {
          throw new IllegalStateException(owner + " has no access to " + declaring + "." + name);
        }
        return field;
      }
      declaring = reader.getSuperName();
    }
    throw new IllegalStateException(owner + " has no field " + name);
  }

  private @Nullable ClassReader find(String name) {
    ClassReader known = read.get(name);
    if (known != null) {
      return known;
    }
    ClassLoader loader =
        name.startsWith("java/") ? ClassLoader.getPlatformClassLoader() : application;
    try (InputStream in = loader.getResourceAsStream(name.concat(".class"))) {
      if (in == null) {
        return null;
      }
      ClassReader reader = ClassFiles.read(in.readAllBytes());
      read.put(name, reader);
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read the class file of " + name, e);
    }
  }

  /** What a field instruction needs to know. */
  static final class Field {

    private final int access;
    private final Type type;

    Field(int access, Type type) {
      this.access = access;
      this.type = type;
    }

    boolean isStatic() {
      return (access & Opcodes.ACC_STATIC) != 0;
    }

    Type type() {
      return type;
    }

    private boolean isAccessible(String declaring, String from) {
      if (declaring.equals(from) || (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
        return true;
      }
      return (access & Opcodes.ACC_PRIVATE) == 0 && packageOf(declaring).equals(packageOf(from));
    }

    private static String packageOf(String name) {
      return name.substring(0, name.lastIndexOf('/') + 1);
    }
  }

  private static final class FieldFinder extends ClassVisitor {

    private final String name;
    private @Nullable Field found;

    FieldFinder(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      if (found == null && name.equals(this.name)) {
        found = new Field(access, Type.getType(descriptor));
      }
      return null;
    }
  }
}
