package io.sidelight.weaver;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String ADVICE = "io/sidelight/weaver/Advice$";
  private static final Type OBJECT = Type.getType(Object.class);

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
  public InputStream getResourceAsStream(String name) {
    byte[] classFile = classFiles.get(name);
    return classFile == null ? null : new ByteArrayInputStream(classFile);
  }

  private static byte[] write(
      String name, String descriptor, boolean isStatic, boolean constructor, Shape shape) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_FINAL, name, null, "java/lang/Object", null);
    Type entered = shape == Shape.BOXED ? OBJECT : Type.LONG_TYPE;
    Type returned = Type.getReturnType(descriptor);
    boolean replaces = shape != Shape.EXACT;
    if (!constructor) {
      Parameters enter = new Parameters(descriptor, isStatic, shape);
      enter.method(writer, "enter", entered, "OnMethodEnter").visitEnd();
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (int i = 0; replaces && i < arguments.length; i++) {
        if (arguments[i].getSort() >= Type.ARRAY) {
          Parameters replace = new Parameters(descriptor, isStatic, shape);
          replace.add("Enter", null, entered);
          Type result = i % 2 == 0 ? arguments[i] : OBJECT;
          AnnotationVisitor annotation =
              replace.method(writer, "replace" + i, result, "ReplaceArgument");
          annotation.visit("value", i);
          annotation.visitEnd();
        }
      }
    }
    Parameters exit = new Parameters(descriptor, isStatic, shape);
    if (!constructor) {
      exit.add("Enter", null, entered);
    }
    boolean isVoid = returned.getSort() == Type.VOID;
    exit.add("Return", null, isVoid || shape == Shape.BOXED ? OBJECT : returned);
    exit.add("Thrown", null, Type.getType(Throwable.class));
    Type result = !replaces || isVoid ? Type.VOID_TYPE : boxed(returned);
    AnnotationVisitor annotation = exit.method(writer, "exit", result, "OnMethodExit");
    annotation.visit("onThrowable", shape != Shape.BOXED && !constructor);
    annotation.visitEnd();
    return writer.toByteArray();
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
      add("Name", null, Type.getType(String.class));
    }

    void add(String annotation, Integer value, Type type) {
      annotations.add(annotation);
      values.add(value);
      types.add(type);
    }

    AnnotationVisitor method(ClassWriter writer, String name, Type result, String kind) {
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE,
              name,
              Type.getMethodDescriptor(result, types.toArray(new Type[0])),
              null,
              null);
      for (int i = 0; i < types.size(); i++) {
        AnnotationVisitor annotation =
            method.visitParameterAnnotation(i, "L" + ADVICE + annotations.get(i) + ";", false);
        if (values.get(i) != null) {
          annotation.visit("value", values.get(i));
        }
        annotation.visitEnd();
      }
      return method.visitAnnotation("L" + ADVICE + kind + ";", false);
    }
  }
}
