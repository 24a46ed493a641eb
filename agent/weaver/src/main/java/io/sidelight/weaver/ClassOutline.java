package io.sidelight.weaver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of a class that advice is for. Only their code is read. */
final class ClassOutline extends ClassVisitor {

  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final Index.Target target;
  private final String owner;
  private final boolean old;
  private final Map<String, MethodOutline> methods = new HashMap<>();
  private final Map<String, JoinPoint> joinPoints = new HashMap<>();

  private ClassOutline(Index.Target target, String owner, boolean old) {
    super(Opcodes.ASM9);
    this.target = target;
    this.owner = owner;
    this.old = old;
  }

  /**
   * @param version of the class file
   */
  static ClassOutline of(ClassReader reader, int version, Index.Target target) {
    boolean old = ClassFiles.major(version) == Opcodes.V1_6;
    ClassOutline outline = new ClassOutline(target, reader.getClassName(), old);
    reader.accept(outline, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    return outline;
  }

  /** Null for a method that is copied as it is. */
  @Nullable MethodOutline method(String name, String descriptor) {
    return methods.get(name + descriptor);
  }

  /** Which join point a method with an outline is. */
  @Nullable JoinPoint joinPoint(String name, String descriptor) {
    return joinPoints.get(name + descriptor);
  }

  /** The join points that the class doesn't declare. */
  Set<JoinPoint> missing() {
    Set<JoinPoint> missing = new HashSet<>(target.joinPoints());
    missing.removeAll(joinPoints.values());
    return missing;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    JoinPoint joinPoint = target.joinPoint(name, descriptor);
    MethodVisitor check = old ? new FrameCheck(owner + "." + name) : null;
    if (joinPoint == null || (access & WITHOUT_CODE) != 0) {
      return check;
    }
    if (joinPoint.isAnyOverload() && (access & Opcodes.ACC_BRIDGE) != 0) {
      return check; // does nothing but call another overload
    }
    MethodOutline outline = new MethodOutline(owner, access, name, descriptor, check);
    methods.put(name + descriptor, outline);
    joinPoints.put(name + descriptor, joinPoint);
    return outline;
  }

  /**
   * A class file of Java 6 may have subroutines or lack stack map frames, which the JVM accepts of
   * that version only, and it has to be raised to the next.
   */
  private static final class FrameCheck extends MethodVisitor {

    private final String method;
    private boolean branches;
    private boolean frames;

    FrameCheck(String method) {
      super(Opcodes.ASM9);
      this.method = method;
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (opcode == Opcodes.JSR) {
        throw new IllegalStateException(method + " has a subroutine");
      }
      branches = true;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      branches = true;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
      branches = true;
    }

    @Override
    public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
      branches = true;
    }

    @Override
    public void visitFrame(
        int type,
        int numLocal,
        @Nullable Object @Nullable [] local,
        int numStack,
        @Nullable Object @Nullable [] stack) {
      frames = true;
    }

    @Override
    public void visitEnd() {
      if (branches && !frames) {
        throw new IllegalStateException(method + " has no stack map frames");
      }
    }
  }
}
