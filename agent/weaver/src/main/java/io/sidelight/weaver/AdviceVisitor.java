package io.sidelight.weaver;

import io.sidelight.weaver.AdviceCalls.Moment;
import io.sidelight.weaver.AdviceMethod.Assignment;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/**
 * Weaves one method. What was
 *
 * <pre>
 * body, with "return value" in it
 * </pre>
 *
 * <p>becomes, with enter advice and exit advice,
 *
 * <pre>
 * entered = enter(…)
 * argument = entered, or an element of it, unless that is null
 * try {
 *   body, with "result = value; exit(…, result, null); return result" in it
 * } catch (Throwable thrown) {
 *   exit(…, null, thrown)
 *   throw thrown
 * }
 * </pre>
 *
 * <p>The code is straight: no branch is added, so no frame but that of the handler, and what the
 * method has left on the stack when it returns may stay there (kotlinc does that). Calls of exit
 * advice are cut out of the handlers' ranges, the method's own and ours: what the JVM throws there
 * would run a handler of the method, and exit advice again.
 *
 * <p>Wants expanded frames.
 */
final class AdviceVisitor extends MethodVisitor {

  private final MethodOutline method;
  private final @Nullable AdviceMethod enter;
  private final @Nullable AdviceMethod exit;
  private final AdviceLocals locals;
  private final AdviceCalls calls;
  private final Handlers handlers = new Handlers();
  private final Label bodyStart = new Label();

  /**
   * @param calls writes to {@code next}
   * @throws IllegalStateException if the method can't have that advice
   */
  AdviceVisitor(
      MethodVisitor next,
      MethodOutline method,
      AdviceClass advice,
      AdviceLocals locals,
      AdviceCalls calls) {
    super(Opcodes.ASM9, next);
    this.method = method;
    this.locals = locals;
    this.calls = calls;
    enter = advice.enter();
    exit = advice.exit();
    check();
  }

  private void check() {
    if (method.isConstructor() && (enter != null || (exit != null && exit.isOnThrowable()))) {
      throw new IllegalStateException(
          method + " is a constructor, which can have advice for its normal exit only");
    }
    if (exit != null && exit.returns() && method.returned().getSort() == Type.VOID) {
      throw new IllegalStateException(exit + " can't replace the result of " + method);
    }
    if (enter != null) {
      for (Assignment assignment : enter.assignments()) {
        int argument = assignment.target();
        if (!method.has(argument) || !isReference(method.type(argument))) {
          throw new IllegalStateException(
              enter + " can't replace argument " + argument + " of " + method);
        }
      }
    }
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (enter != null) {
      calls.call(enter, Moment.START);
      if (enter.returns()) {
        super.visitVarInsn(enter.returned().getOpcode(Opcodes.ISTORE), locals.enter());
      }
      for (Assignment assignment : enter.assignments()) {
        assign(assignment);
      }
    }
    for (Map.Entry<Integer, Integer> copy : locals.copies().entrySet()) {
      Type type = method.type(copy.getKey());
      super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), method.slot(copy.getKey()));
      super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), copy.getValue());
    }
    super.visitLabel(bodyStart);
  }

  /** Assigns what enter advice returned to an argument. */
  private void assign(Assignment assignment) {
    int slot = method.slot(assignment.target());
    super.visitVarInsn(Opcodes.ALOAD, locals.enter());
    if (!assignment.isScalar()) {
      calls.element(assignment.element());
    }
    calls.replace(slot, method.type(assignment.target()));
    super.visitVarInsn(Opcodes.ASTORE, slot);
  }

  @Override
  public void visitInsn(int opcode) {
    if (exit == null || opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN) {
      super.visitInsn(opcode);
      return;
    }
    Type type = method.returned();
    if (opcode != Opcodes.RETURN) {
      super.visitVarInsn(type.getOpcode(Opcodes.ISTORE), locals.scratch());
    }
    Label start = new Label();
    Label end = new Label();
    super.visitLabel(start);
    calls.call(exit, Moment.RETURN);
    if (exit.returns()) {
      calls.replace(locals.scratch(), type);
    } else if (opcode != Opcodes.RETURN) {
      super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), locals.scratch());
    }
    super.visitInsn(opcode);
    super.visitLabel(end);
    handlers.leaveOut(start, end);
  }

  @Override
  public void visitFrame(
      int type,
      int numLocal,
      @Nullable Object @Nullable [] local,
      int numStack,
      @Nullable Object @Nullable [] stack) {
    Object[] extended = locals.extend(numLocal, local == null ? new Object[0] : local);
    super.visitFrame(type, extended.length, extended, numStack, stack);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    handlers.add(start, end, handler, type);
  }

  /** Left out: it names a handler by a number that may no longer be its own. */
  @Override
  public @Nullable AnnotationVisitor visitTryCatchAnnotation(
      int typeRef, @Nullable TypePath typePath, String descriptor, boolean visible) {
    return exit == null
        ? super.visitTryCatchAnnotation(typeRef, typePath, descriptor, visible)
        : null;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (exit != null && exit.isOnThrowable()) {
      Label handler = new Label();
      super.visitLabel(handler);
      handlers.add(bodyStart, handler, handler, null); // the last: the method's own come first
      Object[] everywhere = locals.everywhere();
      super.visitFrame(
          Opcodes.F_NEW, everywhere.length, everywhere, 1, new Object[] {"java/lang/Throwable"});
      super.visitVarInsn(Opcodes.ASTORE, locals.scratch());
      calls.call(exit, Moment.THROW);
      if (exit.returns()) {
        super.visitInsn(Opcodes.POP);
      }
      super.visitVarInsn(Opcodes.ALOAD, locals.scratch());
      super.visitInsn(Opcodes.ATHROW);
    }
    handlers.writeTo(mv);
    super.visitMaxs(maxStack + calls.maxStack(), locals.size());
  }

  private static boolean isReference(Type type) {
    return type.getSort() >= Type.ARRAY;
  }
}
