package io.sidelight.weaver;

import io.sidelight.weaver.AdviceMethod.Binding;
import io.sidelight.weaver.AdviceMethod.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads {@link Advice} annotations from the class file of an advice class. */
final class AdviceReader extends ClassVisitor {

  private static final String PREFIX = "Lio/sidelight/weaver/Advice$";
  private static final Map<String, Source> SOURCES =
      Map.of(
          PREFIX + "Argument;", Source.ARGUMENT,
          PREFIX + "This;", Source.THIS,
          PREFIX + "Enter;", Source.ENTER,
          PREFIX + "Return;", Source.RETURN,
          PREFIX + "Thrown;", Source.THROWN,
          PREFIX + "FieldValue;", Source.FIELD,
          PREFIX + "Name;", Source.NAME);

  private @Nullable AdviceMethod enter;
  private @Nullable AdviceMethod exit;
  private final List<AdviceMethod> replacements = new ArrayList<>(0);

  private AdviceReader() {
    super(Opcodes.ASM9);
  }

  /**
   * @param name binary name of the advice class
   * @throws IllegalStateException if it asks for what advice can't have
   */
  static AdviceClass read(String name, byte[] classFile) {
    AdviceReader reader = new AdviceReader();
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (reader.enter == null && reader.exit == null && reader.replacements.isEmpty()) {
      throw new IllegalStateException(name + " has no advice");
    }
    return new AdviceClass(name, reader.enter, reader.replacements, reader.exit);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new Annotations(access, name, descriptor);
  }

  private void add(String kind, AdviceMethod method) {
    switch (kind) {
      case PREFIX + "OnMethodEnter;":
        enter = only(enter, method);
        break;
      case PREFIX + "OnMethodExit;":
        exit = only(exit, method);
        break;
      default:
        replacements.add(method);
    }
  }

  private static AdviceMethod only(@Nullable AdviceMethod known, AdviceMethod method) {
    if (known != null) {
      throw new IllegalStateException(method + " is the second of its kind");
    }
    return method;
  }

  private final class Annotations extends MethodVisitor {

    private final int access;
    private final String name;
    private final String descriptor;
    private final @Nullable Binding[] bindings;
    private @Nullable String kind;
    private int index;
    private boolean onThrowable;

    Annotations(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      bindings = new Binding[Type.getArgumentTypes(descriptor).length];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      if (!type.startsWith(PREFIX)) {
        return null;
      }
      kind = type;
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String element, Object value) {
          if (value instanceof Boolean) {
            onThrowable = (Boolean) value;
          } else {
            index = (Integer) value;
          }
        }
      };
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String type, boolean visible) {
      Source source = SOURCES.get(type);
      if (source == null) {
        return null;
      }
      Binding binding = new Binding(source);
      bindings[parameter] = binding;
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(String element, Object value) {
          binding.value(value);
        }
      };
    }

    @Override
    public void visitEnd() {
      if (kind == null) {
        return;
      }
      List<Binding> bound = new ArrayList<>(bindings.length);
      for (Binding binding : bindings) {
        if (binding == null) {
          throw new IllegalStateException(name + descriptor + " has a parameter of no meaning");
        }
        bound.add(binding);
      }
      AdviceMethod method = new AdviceMethod(name, descriptor, bound, index, onThrowable);
      check(kind, method);
      add(kind, method);
    }

    private void check(String kind, AdviceMethod method) {
      boolean enters = kind.equals(PREFIX + "OnMethodEnter;");
      boolean exits = kind.equals(PREFIX + "OnMethodExit;");
      if ((access & Opcodes.ACC_STATIC) == 0) {
        throw new IllegalStateException(method + " is not static");
      }
      for (Source early : Arrays.asList(Source.RETURN, Source.THROWN)) {
        if (!exits && method.has(early)) {
          throw new IllegalStateException(method + " asks for what only exit advice can have");
        }
      }
      if (enters && method.has(Source.ENTER)) {
        throw new IllegalStateException(method + " asks for its own result");
      }
      int result = method.returned().getSort();
      boolean reference = result == Type.OBJECT || result == Type.ARRAY;
      if (!enters && !reference && !(exits && result == Type.VOID)) {
        throw new IllegalStateException(method + " can only replace references");
      }
    }
  }
}
