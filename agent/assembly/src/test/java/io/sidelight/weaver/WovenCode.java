package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * Verifies woven methods as the JVM would: the types on the stack, and its size. What is a subclass
 * of what is read from the class files of a release.
 */
final class WovenCode {

  private final Release release;
  private final Map<String, ClassReader> read = new HashMap<>();

  WovenCode(Release release) {
    this.release = release;
  }

  /** What the JVM would refuse, by join point. */
  Map<JoinPoint, String> problems(byte[] woven, Index.Target target) {
    ClassNode type = new ClassNode();
    ClassFiles.read(woven).accept(type, ClassReader.SKIP_DEBUG);
    Map<JoinPoint, String> problems = new HashMap<>();
    for (MethodNode method : type.methods) {
      JoinPoint joinPoint = target.joinPoint(method.name, method.desc);
      if (joinPoint != null && method.instructions.size() > 0) {
        try {
          new Analyzer<>(new Hierarchy(type)).analyze(type.name, method);
        } catch (AnalyzerException e) {
          problems.put(joinPoint, "the woven method can't be verified: " + e.getMessage());
        }
      }
    }
    return problems;
  }

  private @Nullable ClassReader classFile(Type type) {
    return read.computeIfAbsent(
        type.getInternalName(),
        name -> {
          byte[] found = release.classFile(name);
          return found == null ? ofRunningJdk(name) : ClassFiles.read(found);
        });
  }

  /** What a library takes from the JDK. */
  private static @Nullable ClassReader ofRunningJdk(String name) {
    try (InputStream in =
        ClassLoader.getPlatformClassLoader().getResourceAsStream(name.concat(".class"))) {
      return in == null ? null : ClassFiles.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Type> interfaces(ClassNode type) {
    List<Type> interfaces = new ArrayList<>();
    type.interfaces.forEach(each -> interfaces.add(Type.getObjectType(each)));
    return interfaces;
  }

  /** A class that is not there is taken for whatever is asked, as it isn't loaded either. */
  private final class Hierarchy extends SimpleVerifier {

    Hierarchy(ClassNode type) {
      super(
          Opcodes.ASM9,
          Type.getObjectType(type.name),
          type.superName == null ? null : Type.getObjectType(type.superName),
          interfaces(type),
          (type.access & Opcodes.ACC_INTERFACE) != 0);
    }

    @Override
    protected boolean isInterface(Type type) {
      ClassReader reader = type.getSort() == Type.OBJECT ? classFile(type) : null;
      return reader != null && (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
    }

    @Override
    protected @Nullable Type getSuperClass(Type type) {
      ClassReader reader = type.getSort() == Type.OBJECT ? classFile(type) : null;
      String above = reader == null ? "java/lang/Object" : reader.getSuperName();
      return above == null ? null : Type.getObjectType(above);
    }

    @Override
    protected boolean isAssignableFrom(Type to, Type from) {
      if (to.equals(from) || to.getInternalName().equals("java/lang/Object")) {
        return true;
      }
      if (to.getSort() == Type.ARRAY && from.getSort() == Type.ARRAY) {
        Type toElement = Type.getType(to.getDescriptor().substring(1));
        Type fromElement = Type.getType(from.getDescriptor().substring(1));
        return toElement.getSort() >= Type.ARRAY
            && fromElement.getSort() >= Type.ARRAY
            && isAssignableFrom(toElement, fromElement);
      }
      if (to.getSort() != Type.OBJECT || from.getSort() != Type.OBJECT) {
        return to.getSort() == Type.OBJECT && isInterface(to);
      }
      ClassReader reader = classFile(from);
      if (reader == null || classFile(to) == null || isInterface(to)) {
        return true; // the JVM lets anything pass for an interface
      }
      String above = reader.getSuperName();
      return above != null && isAssignableFrom(to, Type.getObjectType(above));
    }
  }
}
