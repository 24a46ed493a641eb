package io.sidelight.weaver;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files as compilers of long ago wrote them, which no compiler of today does. */
final class OldClassFile {

  private OldClassFile() {}

  /**
   * A class with {@code public static String call(String in)}, which has a branch and adds a mark.
   *
   * @param version of the class file; frames are written for {@link Opcodes#V1_6} and up only
   */
  static byte[] of(String name, int version) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        version, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor call =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            "call",
            "(Ljava/lang/String;)Ljava/lang/String;",
            null,
            null);
    call.visitCode();
    Label given = new Label();
    call.visitVarInsn(Opcodes.ALOAD, 0);
    call.visitJumpInsn(Opcodes.IFNONNULL, given);
    call.visitLdcInsn("none");
    call.visitVarInsn(Opcodes.ASTORE, 0);
    call.visitLabel(given);
    if (version >= Opcodes.V1_6) {
      call.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    call.visitVarInsn(Opcodes.ALOAD, 0);
    call.visitLdcInsn("!");
    call.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        "java/lang/String",
        "concat",
        "(Ljava/lang/String;)Ljava/lang/String;",
        false);
    call.visitInsn(Opcodes.ARETURN);
    call.visitMaxs(0, 0);
    call.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }
}
