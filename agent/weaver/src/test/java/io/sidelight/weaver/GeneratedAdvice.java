package io.sidelight.weaver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Advice for any method that asks for all there is, in place of an agent that has it. Its methods
 * have no code, since nobody calls them.
 */
final class GeneratedAdvice extends ClassLoader {

  private static final String ADVICE = "Lnet/bytebuddy/asm/Advice$";
  private static final String LABEL = "Lio/sidelight/weaver/JoinPointLabel;";
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Type THROWABLE = Type.getType(Throwable.class);

  /** What advice looks like. */
  enum Shape {
    /** Takes each value as what it is, and runs after a throwable, too. */
    EXACT,
    /** Takes each value as an object, and replaces what can be replaced. */
    BOXED,
    /** Both. */
    REPLACING
  }

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, byte[]> classFiles = new HashMap<>();

  /** Returns the binary name of advice for methods of that kind. */
  String of(int access, String method, String descriptor, Shape shape) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean constructor = method.equals("<init>");
    String key = shape + descriptor + isStatic + constructor;
    String known = names.get(key);
    if (known == null) {
      known = "advice.Advice" + names.size();
      names.put(key, known);
      classFiles.put(
          known.replace('.', '/') + ".class",
          write(known.replace('.', '/'), descriptor, isStatic, constructor, shape));
    }
    return known;
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] classFile = classFiles.get(name);
    return classFile == null ? null : new ByteArrayInputStream(classFile);
  }

  private static byte[] write(
      String name, String descriptor, boolean isStatic, boolean constructor, Shape shape) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_FINAL, name, null, "java/lang/Object", null);
    List<Integer> replaced = constructor ? List.of() : replaced(descriptor, shape);
    Type entered = entered(descriptor, shape, replaced);
    Type returned = Type.getReturnType(descriptor);
    boolean replaces = shape != Shape.EXACT;
    if (!constructor) {
      Parameters enter = new Parameters(descriptor, isStatic, shape);
      MethodVisitor method = enter.method(writer, "enter", entered);
      method.visitAnnotation(ADVICE + "OnMethodEnter;", true).visitEnd();
      if (!replaced.isEmpty()) {
        assign(method, replaced, shape);
      }
    }
    Parameters exit = new Parameters(descriptor, isStatic, shape);
    if (!constructor) {
      exit.add("Enter", null, entered);
    }
    boolean isVoid = returned.getSort() == Type.VOID;
    exit.add("Return", null, isVoid || shape == Shape.BOXED ? OBJECT : returned);
    boolean onThrowable = shape != Shape.BOXED && !constructor;
    if (onThrowable) {
      exit.add("Thrown", null, THROWABLE);
    }
    Type result = !replaces || isVoid ? Type.VOID_TYPE : boxed(returned);
    MethodVisitor method = exit.method(writer, "exit", result);
    AnnotationVisitor annotation = method.visitAnnotation(ADVICE + "OnMethodExit;", true);
    if (onThrowable) {
      annotation.visit("onThrowable", THROWABLE);
    }
    annotation.visitEnd();
    if (result.getSort() != Type.VOID) {
      method.visitAnnotation(ADVICE + "AssignReturned$ToReturned;", true).visitEnd();
      if (result.getSort() == Type.ARRAY) {
        method.visitAnnotation(ADVICE + "AssignReturned$AsScalar;", true).visitEnd();
      }
    }
    return writer.toByteArray();
  }

  /** Indices of the arguments that are replaced: all that can be, or the first of those. */
  private static List<Integer> replaced(String descriptor, Shape shape) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    List<Integer> replaced = new ArrayList<>();
    for (int i = 0; shape != Shape.EXACT && i < arguments.length; i++) {
      if (arguments[i].getSort() >= Type.ARRAY) {
        replaced.add(i);
      }
    }
    return shape == Shape.REPLACING && replaced.size() > 1 ? replaced.subList(0, 1) : replaced;
  }

  /** What enter advice returns. */
  private static Type entered(String descriptor, Shape shape, List<Integer> replaced) {
    if (replaced.isEmpty()) {
      return shape == Shape.BOXED ? OBJECT : Type.LONG_TYPE;
    }
    return shape == Shape.BOXED
        ? Type.getType(Object[].class)
        : Type.getArgumentTypes(descriptor)[replaced.get(0)];
  }

  private static void assign(MethodVisitor method, List<Integer> replaced, Shape shape) {
    boolean scalar = shape == Shape.REPLACING;
    String toArguments = ADVICE + "AssignReturned$ToArguments";
    AnnotationVisitor annotation = method.visitAnnotation(toArguments + ";", true);
    AnnotationVisitor values = annotation.visitArray("value");
    for (int i = 0; i < replaced.size(); i++) {
      AnnotationVisitor value = values.visitAnnotation(null, toArguments + "$ToArgument;");
      value.visit("value", replaced.get(i));
      if (!scalar) {
        value.visit("index", i);
      }
      value.visitEnd();
    }
    values.visitEnd();
    annotation.visitEnd();
    if (scalar) {
      method.visitAnnotation(ADVICE + "AssignReturned$AsScalar;", true).visitEnd();
    }
  }

  private static Type boxed(Type type) {
    return type.getSort() < Type.ARRAY ? OBJECT : type;
  }

  /** Those of one advice method. */
  private static final class Parameters {

    private final List<Type> types = new ArrayList<>();
    private final List<String> annotations = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    Parameters(String descriptor, boolean isStatic, Shape shape) {
      if (!isStatic) {
        add("This", null, OBJECT);
      }
      Type[] arguments = Type.getArgumentTypes(descriptor);
      // A method has 255 slots for parameters at most, and advice gets some more.
      for (int i = 0; i < Math.min(arguments.length, 100); i++) {
        add("Argument", i, shape == Shape.BOXED ? OBJECT : arguments[i]);
      }
      add(LABEL, null, Type.getType(String.class));
    }

    void add(String annotation, @Nullable Integer value, Type type) {
      annotations.add(annotation.equals(LABEL) ? annotation : ADVICE + annotation + ";");
      values.add(value);
      types.add(type);
    }

    MethodVisitor method(ClassWriter writer, String name, Type result) {
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE,
              name,
              Type.getMethodDescriptor(result, types.toArray(new Type[0])),
              null,
              null);
      for (int i = 0; i < types.size(); i++) {
        AnnotationVisitor annotation = method.visitParameterAnnotation(i, annotations.get(i), true);
        if (values.get(i) != null) {
          annotation.visit("value", values.get(i));
        }
        annotation.visitEnd();
      }
      return method;
    }
  }
}
