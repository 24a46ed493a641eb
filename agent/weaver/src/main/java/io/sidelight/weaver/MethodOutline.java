package io.sidelight.weaver;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What has to be known of a method before it is woven: its parameters, which of them still hold at
 * its end what they were called with, and how many local variables it has.
 *
 * <p>A parameter counts as changed when an instruction stores to its slots, and also when a stack
 * map frame doesn't mention it with its own type: there the verifier forgets what it was.
 */
final class MethodOutline extends MethodVisitor {

  /** In place of an argument's index: the object that the method is called on. */
  static final int THIS = -1;

  private final String owner;
  private final int access;
  private final String name;
  private final String descriptor;
  private final Type[] arguments;
  private final int[] slots;
  private final int parameterSlots;
  private final BitSet changed = new BitSet();
  private int maxLocals;

  /**
   * @param next sees the method, too
   */
  MethodOutline(
      String owner, int access, String name, String descriptor, @Nullable MethodVisitor next) {
    super(Opcodes.ASM9, next);
    this.owner = owner;
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
    arguments = Type.getArgumentTypes(descriptor);
    slots = new int[arguments.length];
    int slot = isStatic() ? 0 : 1;
    for (int i = 0; i < arguments.length; i++) {
      slots[i] = slot;
      slot += arguments[i].getSize();
    }
    parameterSlots = slot;
  }

  String owner() {
    return owner;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  int arguments() {
    return arguments.length;
  }

  boolean has(int argument) {
    return argument >= 0 && argument < arguments.length;
  }

  Type returned() {
    return Type.getReturnType(descriptor);
  }

  /** Declared type of an argument, or of {@link #THIS}. */
  Type type(int argument) {
    return argument == THIS ? Type.getObjectType(owner) : arguments[argument];
  }

  /** Local variable of an argument, or of {@link #THIS}. */
  int slot(int argument) {
    return argument == THIS ? 0 : slots[argument];
  }

  boolean isChanged(int argument) {
    int slot = slot(argument);
    return !changed.get(slot, slot + type(argument).getSize()).isEmpty();
  }

  int maxLocals() {
    return maxLocals;
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      boolean wide = opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE;
      changed.set(variable, variable + (wide ? 2 : 1));
    }
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    changed.set(variable);
  }

  /** Called with expanded frames. */
  @Override
  public void visitFrame(
      int type,
      int numLocal,
      @Nullable Object @Nullable [] local,
      int numStack,
      @Nullable Object @Nullable [] stack) {
    super.visitFrame(type, numLocal, local, numStack, stack);
    int slot = 0;
    for (int i = 0; i < numLocal && local != null; i++) {
      Object found = local[i];
      int size = Frames.size(found);
      if (slot < parameterSlots && !isDeclared(slot, found)) {
        changed.set(slot, slot + size);
      }
      slot += size;
    }
    if (slot < parameterSlots) {
      changed.set(slot, parameterSlots);
    }
  }

  private boolean isDeclared(int slot, @Nullable Object found) {
    if (slot == 0 && !isStatic()) {
      return owner.equals(found) || (isConstructor() && Opcodes.UNINITIALIZED_THIS.equals(found));
    }
    int argument = Arrays.binarySearch(slots, slot);
    return argument >= 0 && Frames.of(arguments[argument]).equals(found);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    this.maxLocals = maxLocals;
  }

  @Override
  public String toString() {
    return owner.replace('/', '.') + "." + name + descriptor;
  }
}
