package io.sidelight.weaver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The local variables that advice needs in a woven method. They come after all of the method's own,
 * so that none of those has to move:
 *
 * <pre>
 * | parameters | other locals of the method | result of enter advice | copies | result or throwable |
 * </pre>
 *
 * <p>Copies are made of the arguments that exit advice asks for and that the method may have
 * changed by then. All but the last hold from before the first instruction of the method to its
 * end, so they are in each of its frames.
 */
final class AdviceLocals {

  private final MethodOutline method;
  private final Map<Integer, Integer> copies = new HashMap<>();
  private final List<Object> entries = new ArrayList<>(2);
  private final int enter;
  private final int scratch;
  private int size;

  AdviceLocals(MethodOutline method, AdviceClass advice) {
    this.method = method;
    size = method.maxLocals();
    AdviceMethod enter = advice.enter();
    this.enter = size;
    if (enter != null && enter.returns()) {
      add(enter.returned());
    }
    AdviceMethod exit = advice.exit();
    if (exit != null) {
      for (AdviceMethod.Binding binding : exit.bindings()) {
        copyIfChanged(binding);
      }
    }
    scratch = size;
    if (exit != null) {
      size += Math.max(method.returned().getSize(), exit.isOnThrowable() ? 1 : 0);
    }
    if (size > 0xFFFF) {
      throw new IllegalStateException(method + " has too many local variables");
    }
  }

  private void copyIfChanged(AdviceMethod.Binding binding) {
    int argument;
    switch (binding.source()) {
      case ARGUMENT:
        argument = binding.index();
        break;
      case THIS:
      case FIELD:
        argument = MethodOutline.THIS;
        break;
      default:
        return;
    }
    boolean exists = argument == MethodOutline.THIS ? !method.isStatic() : method.has(argument);
    if (!exists || !method.isChanged(argument) || copies.containsKey(argument)) {
      return;
    }
    if (argument == MethodOutline.THIS && method.isConstructor()) {
      throw new IllegalStateException(method + " gives up this before its end");
    }
    copies.put(argument, size);
    add(method.type(argument));
  }

  private void add(Type type) {
    entries.add(Frames.of(type));
    size += type.getSize();
  }

  /** What enter advice returned. */
  int enter() {
    return enter;
  }

  /** The copies to make at the start of the method: slots by argument. */
  Map<Integer, Integer> copies() {
    return Collections.unmodifiableMap(copies);
  }

  /** Where exit advice finds an argument, or {@link MethodOutline#THIS}. */
  int atExit(int argument) {
    Integer copy = copies.get(argument);
    return copy == null ? method.slot(argument) : copy;
  }

  /** For the time of a call of exit advice. */
  int scratch() {
    return scratch;
  }

  /** How many slots the woven method has. */
  int size() {
    return size;
  }

  /** Adds these to the locals of a frame of the method. */
  Object[] extend(int numLocal, @Nullable Object[] local) {
    List<Object> extended = new ArrayList<>(method.maxLocals() + entries.size());
    int slot = 0;
    for (int i = 0; i < numLocal; i++) {
      extended.add(local[i]);
      slot += Frames.size(local[i]);
    }
    return entries.isEmpty() ? extended.toArray() : pad(extended, slot);
  }

  /** The locals that hold at every instruction of the method. */
  Object[] everywhere() {
    List<Object> locals = new ArrayList<>(method.maxLocals() + entries.size());
    int slot = 0;
    if (!method.isStatic()) {
      slot = parameter(MethodOutline.THIS, slot, locals);
    }
    for (int argument = 0; argument < method.arguments(); argument++) {
      slot = parameter(argument, slot, locals);
    }
    return pad(locals, slot);
  }

  private int parameter(int argument, int slot, List<Object> locals) {
    Type type = method.type(argument);
    if (method.isChanged(argument)) {
      locals.addAll(Collections.nCopies(type.getSize(), Opcodes.TOP));
    } else {
      locals.add(Frames.of(type));
    }
    return slot + type.getSize();
  }

  private Object[] pad(List<Object> locals, int slots) {
    if (!entries.isEmpty()) {
      locals.addAll(Collections.nCopies(method.maxLocals() - slots, Opcodes.TOP));
      locals.addAll(entries);
    }
    return locals.toArray();
  }
}
