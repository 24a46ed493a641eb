package io.sidelight.weaver;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class, a field or a method that an instruction names.
 *
 * @param owner internal name of the class that the instruction names
 * @param name null for the class itself
 * @param descriptor null for the class itself
 * @param ofInterface whether the instruction takes the owner for an interface; of methods only
 */
record Reference(
    Kind kind,
    String owner,
    @Nullable String name,
    @Nullable String descriptor,
    boolean ofInterface) {

  enum Kind {
    CLASS,
    FIELD,
    STATIC_FIELD,
    METHOD,
    STATIC_METHOD
  }

  static Reference toClass(String internalName) {
    return new Reference(Kind.CLASS, internalName, null, null, false);
  }

  /** All that the class file refers to: its supertypes and what its instructions name. */
  static Set<Reference> of(byte[] classFile) {
    Collector collector = new Collector();
    ClassFiles.read(classFile).accept(collector, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return collector.found;
  }

  @Override
  public String toString() {
    String type = owner.replace('/', '.');
    return switch (kind) {
      case CLASS -> "class " + type;
      case FIELD -> "field " + type + "." + name + " of type " + typeName();
      case STATIC_FIELD -> "static field " + type + "." + name + " of type " + typeName();
      case METHOD ->
          (ofInterface ? "interface method " : "method ") + type + "." + name + descriptor;
      case STATIC_METHOD -> "static method " + type + "." + name + descriptor;
    };
  }

  private String typeName() {
    return descriptor == null ? "" : Type.getType(descriptor).getClassName();
  }

  private static final class Collector extends ClassVisitor {

    private final Set<Reference> found = new LinkedHashSet<>();

    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      if (superName != null) {
        addClass(superName);
      }
      if (interfaces != null) {
        for (String each : interfaces) {
          addClass(each);
        }
      }
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new Instructions();
    }

    private void addClass(String internalName) {
      add(Type.getObjectType(internalName));
    }

    private void add(Type type) {
      if (type.getSort() == Type.ARRAY) {
        add(type.getElementType());
      } else if (type.getSort() == Type.OBJECT) {
        found.add(toClass(type.getInternalName()));
      } else if (type.getSort() == Type.METHOD) {
        add(type.getReturnType());
        for (Type argument : type.getArgumentTypes()) {
          add(argument);
        }
      }
    }

    private void addMember(Kind kind, String owner, String name, String descriptor, boolean itf) {
      if (owner.startsWith("[")) {
        addClass(owner);
      } else {
        found.add(new Reference(kind, owner, name, descriptor, itf));
      }
    }

    private void addConstant(Object constant) {
      if (constant instanceof Type type) {
        add(type);
      } else if (constant instanceof Handle handle) {
        addHandle(handle);
      } else if (constant instanceof ConstantDynamic dynamic) {
        addHandle(dynamic.getBootstrapMethod());
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          addConstant(dynamic.getBootstrapMethodArgument(i));
        }
      }
    }

    private void addHandle(Handle handle) {
      Kind kind =
          switch (handle.getTag()) {
            case Opcodes.H_GETFIELD, Opcodes.H_PUTFIELD -> Kind.FIELD;
            case Opcodes.H_GETSTATIC, Opcodes.H_PUTSTATIC -> Kind.STATIC_FIELD;
            case Opcodes.H_INVOKESTATIC -> Kind.STATIC_METHOD;
            default -> Kind.METHOD;
          };
      addMember(kind, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    }

    private final class Instructions extends MethodVisitor {

      Instructions() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        addClass(type);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean ofClass = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
        addMember(ofClass ? Kind.STATIC_FIELD : Kind.FIELD, owner, name, descriptor, false);
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        boolean ofClass = opcode == Opcodes.INVOKESTATIC;
        addMember(ofClass ? Kind.STATIC_METHOD : Kind.METHOD, owner, name, descriptor, ofInterface);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String name, String descriptor, Handle bootstrap, Object... arguments) {
        addHandle(bootstrap);
        for (Object argument : arguments) {
          addConstant(argument);
        }
      }

      @Override
      public void visitLdcInsn(Object value) {
        addConstant(value);
      }

      @Override
      public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        add(Type.getType(descriptor));
      }

      @Override
      public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
          addClass(type);
        }
      }
    }
  }
}
