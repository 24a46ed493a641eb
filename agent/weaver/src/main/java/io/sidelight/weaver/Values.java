package io.sidelight.weaver;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Instructions for values of any type. */
final class Values {

  private Values() {}

  /** Pushes null or zero. */
  static void zero(MethodVisitor out, Type type) {
    switch (type.getSort()) {
      case Type.ARRAY:
      case Type.OBJECT:
        out.visitInsn(Opcodes.ACONST_NULL);
        break;
      case Type.LONG:
        out.visitInsn(Opcodes.LCONST_0);
        break;
      case Type.FLOAT:
        out.visitInsn(Opcodes.FCONST_0);
        break;
      case Type.DOUBLE:
        out.visitInsn(Opcodes.DCONST_0);
        break;
      default:
        out.visitInsn(Opcodes.ICONST_0);
    }
  }

  /** The class that a primitive type is boxed into. */
  static Type box(Type primitive) {
    return Type.getObjectType("java/lang/".concat(boxName(primitive)));
  }

  private static String boxName(Type primitive) {
    switch (primitive.getSort()) {
      case Type.BOOLEAN:
        return "Boolean";
      case Type.CHAR:
        return "Character";
      case Type.BYTE:
        return "Byte";
      case Type.SHORT:
        return "Short";
      case Type.INT:
        return "Integer";
      case Type.FLOAT:
        return "Float";
      case Type.LONG:
        return "Long";
      default:
        return "Double";
    }
  }
}
