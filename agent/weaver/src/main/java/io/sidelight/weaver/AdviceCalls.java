package io.sidelight.weaver;

import io.sidelight.weaver.AdviceMethod.Binding;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes calls of advice: loads what it asks for and calls it by {@code invokedynamic}, with its
 * own name and descriptor.
 *
 * <p>Nothing written here can throw but advice itself, which the linker keeps from it. Where a
 * value is cast to a type that it need not have, advice gets null instead.
 */
final class AdviceCalls {

  private static final Type OBJECT = Type.getObjectType("java/lang/Object");
  private static final Type STRING = Type.getObjectType("java/lang/String");
  private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");
  private static final String LINK = "java/lang/SidelightLink";
  private static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          LINK,
          "bootstrap",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
          false);

  private final MethodVisitor out;
  private final MethodOutline method;
  private final AdviceLocals locals;
  private final AdviceClass advice;
  private final String instrumentation;
  private final JoinPoint joinPoint;
  private final ApplicationClasses classes;
  private int maxStack;

  /**
   * @param instrumentation its identity, for the linker
   */
  AdviceCalls(
      MethodVisitor out,
      MethodOutline method,
      AdviceLocals locals,
      AdviceClass advice,
      String instrumentation,
      JoinPoint joinPoint,
      ApplicationClasses classes) {
    this.out = out;
    this.method = method;
    this.locals = locals;
    this.advice = advice;
    this.instrumentation = instrumentation;
    this.joinPoint = joinPoint;
    this.classes = classes;
  }

  /** When advice is called. */
  enum Moment {
    START,
    RETURN,
    THROW
  }

  /** What the calls that were written take of the stack, at most. */
  int maxStack() {
    return maxStack;
  }

  /** Leaves the result of advice on the stack. */
  void call(AdviceMethod called, Moment moment) {
    Type[] parameters = called.parameters();
    for (int i = 0; i < parameters.length; i++) {
      load(called, called.bindings().get(i), parameters[i], moment);
    }
    Type result = called.returned();
    int slots = Type.getArgumentsAndReturnSizes(called.descriptor()) >> 2;
    maxStack = Math.max(maxStack, slots + 2); // with what a cast or a replacement takes
    if (result.getSort() == Type.OBJECT || result.getSort() == Type.ARRAY) {
      classes.require(result);
    }
    Object[] arguments =
        joinPoint.masks()
            ? new Object[] {instrumentation, advice.name(), Linker.MASKS}
            : new Object[] {instrumentation, advice.name()};
    out.visitInvokeDynamicInsn(called.name(), called.descriptor(), BOOTSTRAP, arguments);
  }

  /** Takes the array that advice returned, or null, from the stack and leaves an element of it. */
  void element(int index) {
    out.visitInvokeDynamicInsn(
        "element", "([Ljava/lang/Object;)Ljava/lang/Object;", BOOTSTRAP, instrumentation, index);
  }

  /**
   * Takes the result of advice from the stack and leaves it there if it is of the type, else the
   * local variable. For a primitive type the result is boxed.
   */
  void replace(int variable, Type type) {
    out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable);
    if (!isPrimitive(type)) {
      either(type);
      return;
    }
    Type box = Values.box(type);
    box(type, box);
    either(box);
    out.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        box.getInternalName(),
        type.getClassName().concat("Value"),
        Type.getMethodDescriptor(type),
        false);
  }

  private void box(Type primitive, Type box) {
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        box.getInternalName(),
        "valueOf",
        Type.getMethodDescriptor(box, primitive),
        false);
  }

  private void either(Type type) {
    out.visitLdcInsn(type);
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        LINK,
        "either",
        "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;",
        false);
    cast(type);
  }

  private void cast(Type type) {
    if (!type.equals(OBJECT)) {
      out.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
    }
  }

  private void load(AdviceMethod called, Binding binding, Type wanted, Moment moment) {
    switch (binding.source()) {
      case ARGUMENT:
        loadArgument(called, binding.index(), wanted, moment);
        break;
      case THIS:
        loadThis(called, moment);
        convert(called, method.type(MethodOutline.THIS), wanted);
        break;
      case ENTER:
        loadEnter(called, wanted);
        break;
      case RETURN:
        loadReturn(called, wanted, moment);
        break;
      case THROWN:
        if (moment == Moment.THROW) {
          out.visitVarInsn(Opcodes.ALOAD, locals.scratch());
        } else {
          out.visitInsn(Opcodes.ACONST_NULL);
        }
        convert(called, THROWABLE, wanted);
        break;
      case FIELD:
        loadField(called, binding.name(), wanted, moment);
        break;
      case LABEL:
        out.visitLdcInsn(joinPoint.label());
        convert(called, STRING, wanted);
        break;
    }
  }

  private void loadArgument(AdviceMethod called, int argument, Type wanted, Moment moment) {
    if (!method.has(argument)) {
      throw new IllegalStateException(called + " asks for argument " + argument + " of " + method);
    }
    Type type = method.type(argument);
    int slot = moment == Moment.START ? method.slot(argument) : locals.atExit(argument);
    out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
    convert(called, type, wanted);
  }

  private void loadThis(AdviceMethod called, Moment moment) {
    if (method.isStatic()) {
      throw new IllegalStateException(called + " asks for this of " + method);
    }
    int slot = moment == Moment.START ? 0 : locals.atExit(MethodOutline.THIS);
    out.visitVarInsn(Opcodes.ALOAD, slot);
  }

  private void loadEnter(AdviceMethod called, Type wanted) {
    AdviceMethod enter = advice.enter();
    if (enter == null || !enter.returns()) {
      throw new IllegalStateException(called + " asks for what no enter advice returns");
    }
    Type type = enter.returned();
    out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), locals.enter());
    convert(called, type, wanted);
  }

  private void loadReturn(AdviceMethod called, Type wanted, Moment moment) {
    Type type = method.returned();
    if (moment == Moment.RETURN && type.getSort() != Type.VOID) {
      out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), locals.scratch());
      convert(called, type, wanted);
      return;
    }
    if (type.getSort() == Type.VOID && isPrimitive(wanted)) {
      throw new IllegalStateException(called + " asks for the result of " + method);
    }
    Values.zero(out, wanted);
  }

  private void loadField(AdviceMethod called, String name, Type wanted, Moment moment) {
    ApplicationClasses.Field field = classes.field(method.owner(), name);
    if (!field.isStatic()) {
      loadThis(called, moment);
    }
    out.visitFieldInsn(
        field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD,
        method.owner(),
        name,
        field.type().getDescriptor());
    convert(called, field.type(), wanted);
  }

  private void convert(AdviceMethod called, Type from, Type to) {
    if (from.equals(to)) {
      return;
    }
    if (isPrimitive(from) && !isPrimitive(to)) {
      Type box = Values.box(from);
      if (to.equals(OBJECT) || to.equals(box)) {
        box(from, box);
        return;
      }
    } else if (!isPrimitive(from) && !isPrimitive(to)) {
      if (to.equals(OBJECT)) {
        return;
      }
      if (classes.isAssignable(from, to)) {
        cast(to); // which can't fail, and spares the verifier from loading either
        return;
      }
      if (classes.isAssignable(to, from)) {
        out.visitInsn(Opcodes.ACONST_NULL);
        either(to);
        return;
      }
    }
    throw new IllegalStateException(
        called
            + " can't take a "
            + from.getClassName()
            + " of "
            + method
            + " for a "
            + to.getClassName());
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }
}
