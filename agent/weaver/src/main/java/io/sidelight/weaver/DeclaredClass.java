package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What a class file says of a class and its methods, without their code. Immutable. */
public final class DeclaredClass {

  private final String name;
  private final boolean loadedBefore;
  private final Set<String> annotations = new HashSet<>();
  private final List<DeclaredMethod> methods = new ArrayList<>();

  private DeclaredClass(String name, boolean loadedBefore) {
    this.name = name;
    this.loadedBefore = loadedBefore;
  }

  /**
   * Reads a class file.
   *
   * @param loadedBefore the class was offered already and is woven once more
   */
  public static DeclaredClass of(byte[] classFile, boolean loadedBefore) {
    ClassReader reader = ClassFiles.read(classFile);
    DeclaredClass type = new DeclaredClass(reader.getClassName().replace('/', '.'), loadedBefore);
    reader.accept(
        type.new Members(),
        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return type;
  }

  /** Binary name. */
  public String name() {
    return name;
  }

  /** Whether some other agent has asked for the class to be woven once more. */
  public boolean isLoadedBefore() {
    return loadedBefore;
  }

  /**
   * Whether the class carries an annotation, of whatever retention in class files.
   *
   * @param annotation binary name
   */
  public boolean has(String annotation) {
    return annotations.contains(annotation);
  }

  /** Whether the class or a method of it carries one of the annotations. */
  boolean hasAny(List<String> names) {
    for (String annotation : names) {
      if (isCarried(annotation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the class or a method of it carries an annotation.
   *
   * @param annotation binary name
   */
  public boolean isCarried(String annotation) {
    for (DeclaredMethod method : methods) {
      if (method.has(annotation)) {
        return true;
      }
    }
    return has(annotation);
  }

  /** Those that it declares itself, constructors and the static initializer among them. */
  public List<DeclaredMethod> methods() {
    return methods;
  }

  private static String binaryName(String descriptor) {
    return Type.getType(descriptor).getClassName();
  }

  private final class Members extends ClassVisitor {

    Members() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      annotations.add(binaryName(descriptor));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Set<String> carried = new HashSet<>(2);
      methods.add(new DeclaredMethod(access, name, descriptor, carried));
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          carried.add(binaryName(annotation));
          return null;
        }
      };
    }
  }
}
