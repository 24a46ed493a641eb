package io.sidelight.weaver;

import java.util.Set;
import org.objectweb.asm.Opcodes;

/** What a class file says of a method. Immutable. */
public final class DeclaredMethod {

  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final int access;
  private final String name;
  private final String descriptor;
  private final Set<String> annotations;

  DeclaredMethod(int access, String name, String descriptor, Set<String> annotations) {
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    this.annotations = annotations;
  }

  public String name() {
    return name;
  }

  /** Parameters and result (JVMS 4.3.3). */
  public String descriptor() {
    return descriptor;
  }

  public boolean hasCode() {
    return (access & WITHOUT_CODE) == 0;
  }

  public boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  /** Made by the compiler so that a call by another signature reaches the method itself. */
  public boolean isBridge() {
    return (access & Opcodes.ACC_BRIDGE) != 0;
  }

  /** Made by the compiler. */
  public boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  /** A constructor or the static initializer. */
  public boolean isInitializer() {
    return name.charAt(0) == '<';
  }

  /**
   * Tells whether the method has an annotation.
   *
   * @param annotation binary name
   */
  public boolean has(String annotation) {
    return annotations.contains(annotation);
  }
}
