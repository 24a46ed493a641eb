package io.sidelight.weaver;

import io.sidelight.weaver.AdviceMethod.Assignment;
import io.sidelight.weaver.AdviceMethod.Binding;
import io.sidelight.weaver.AdviceMethod.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Reads the annotations of {@code net.bytebuddy.asm.Advice} from the class file of an advice class,
 * and refuses what the weaver does not support; the package's documentation lists what it does.
 */
final class AdviceReader extends ClassVisitor {

  private static final String BYTE_BUDDY = "Lnet/bytebuddy/";
  private static final String PREFIX = BYTE_BUDDY + "asm/Advice$";
  private static final String ENTER = PREFIX + "OnMethodEnter;";
  private static final String EXIT = PREFIX + "OnMethodExit;";
  private static final String TO_ARGUMENTS = PREFIX + "AssignReturned$ToArguments;";
  private static final String TO_RETURNED = PREFIX + "AssignReturned$ToReturned;";
  private static final String AS_SCALAR = PREFIX + "AssignReturned$AsScalar;";
  private static final Type THROWABLE = Type.getObjectType("java/lang/Throwable");
  private static final Type ELEMENTS = Type.getType("[Ljava/lang/Object;");
  private static final Map<String, Source> SOURCES =
      Map.of(
          PREFIX + "Argument;",
          Source.ARGUMENT,
          PREFIX + "This;",
          Source.THIS,
          PREFIX + "Enter;",
          Source.ENTER,
          PREFIX + "Return;",
          Source.RETURN,
          PREFIX + "Thrown;",
          Source.THROWN,
          PREFIX + "FieldValue;",
          Source.FIELD,
          "Lio/sidelight/weaver/JoinPointLabel;",
          Source.LABEL);

  private final String className;
  private @Nullable AdviceMethod enter;
  private @Nullable AdviceMethod exit;

  private AdviceReader(String className) {
    super(Opcodes.ASM9);
    this.className = className;
  }

  /**
   * @param name binary name of the advice class
   * @throws IllegalStateException if it asks for what advice can't have
   */
  static AdviceClass read(String name, byte[] classFile) {
    AdviceReader reader = new AdviceReader(name);
    new ClassReader(classFile)
        .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    if (reader.enter == null && reader.exit == null) {
      throw new IllegalStateException(name + " has no advice");
    }
    return new AdviceClass(name, reader.enter, reader.exit);
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

  private void add(boolean enters, AdviceMethod method) {
    if ((enters ? enter : exit) != null) {
      throw new IllegalStateException(method + " is the second of its kind in " + className);
    }
    if (enters) {
      enter = method;
    } else {
      exit = method;
    }
  }

  private static String simpleName(String type) {
    return type.substring(1, type.length() - 1).replaceFirst(".*[/$]", "@");
  }

  /** Those of one method. */
  private final class Annotations extends MethodVisitor {

    private final int access;
    private final String name;
    private final String descriptor;
    private final @Nullable Binding[] bindings;
    private final List<Assignment> assignments = new ArrayList<>(0);
    private @Nullable String kind;
    private boolean onThrowable;
    private boolean scalar;
    private boolean bound;

    Annotations(int access, String name, String descriptor) {
      super(Opcodes.ASM9);
      this.access = access;
      this.name = name;
      this.descriptor = descriptor;
      bindings = new Binding[Type.getArgumentTypes(descriptor).length];
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      switch (type) {
        case ENTER:
          kind(type);
          return new Attributes(type);
        case EXIT:
          kind(type);
          return new Attributes(type) {
            @Override
            public void visit(String attribute, Object value) {
              if (!attribute.equals("onThrowable") || !value.equals(THROWABLE)) {
                super.visit(attribute, value);
              }
              onThrowable = true;
            }
          };
        case TO_ARGUMENTS:
          return new ToArguments(type);
        case TO_RETURNED:
          assignments.add(new Assignment(Assignment.TO_RETURNED, Assignment.SCALAR));
          return new Attributes(type);
        case AS_SCALAR:
          scalar = true;
          return new Attributes(type);
        default:
          refuseIfByteBuddys(type);
          return null;
      }
    }

    private void kind(String type) {
      if (kind != null) {
        throw refused("is advice for both ends of a method");
      }
      kind = type;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String type, boolean visible) {
      Source source = SOURCES.get(type);
      if (source == null) {
        refuseIfByteBuddys(type);
        return null;
      }
      if (bindings[parameter] != null) {
        throw refused("has a parameter of two meanings");
      }
      bound = true;
      Binding binding = new Binding(source);
      bindings[parameter] = binding;
      return new Attributes(type) {
        @Override
        public void visit(String attribute, Object value) {
          if (attribute.equals("value")) {
            binding.value(value);
          } else {
            super.visit(attribute, value);
          }
        }
      };
    }

    @Override
    public void visitEnd() {
      if (kind == null) {
        if (bound || scalar || !assignments.isEmpty()) {
          throw refused("has annotations of advice but is none");
        }
        return;
      }
      List<Binding> all = new ArrayList<>(bindings.length);
      for (Binding binding : bindings) {
        if (binding == null) {
          throw refused("has a parameter of no meaning");
        }
        all.add(binding);
      }
      AdviceMethod method = new AdviceMethod(name, descriptor, all, assignments, onThrowable);
      boolean enters = kind.equals(ENTER);
      check(enters, method);
      checkResult(enters, method);
      add(enters, method);
    }

    private void check(boolean enters, AdviceMethod method) {
      if ((access & Opcodes.ACC_STATIC) == 0) {
        throw refused("is not static");
      }
      if (enters && (method.has(Source.RETURN) || method.has(Source.THROWN))) {
        throw refused("asks for what only exit advice can have");
      }
      if (enters && method.has(Source.ENTER)) {
        throw refused("asks for its own result");
      }
      if (!enters && !onThrowable && method.has(Source.THROWN)) {
        throw refused("asks for what is thrown but does not run then");
      }
    }

    private void checkResult(boolean enters, AdviceMethod method) {
      int sort = method.returned().getSort();
      if (!enters && method.returns() && assignments.isEmpty()) {
        throw refused("has a result that is not assigned");
      }
      if (!assignments.isEmpty() && sort != Type.OBJECT && sort != Type.ARRAY) {
        throw refused("can only assign references");
      }
      for (Assignment assignment : assignments) {
        if (enters == (assignment.target() == Assignment.TO_RETURNED)) {
          throw refused(
              enters ? "can't assign the method's result" : "can't assign arguments any more");
        }
        boolean whole = scalar || sort != Type.ARRAY;
        if (whole != assignment.isScalar()) {
          throw refused(
              whole
                  ? "assigns an element of what is no array of results"
                  : "assigns an array: @AsScalar, or an index, is missing");
        }
        if (!whole && !method.returned().equals(ELEMENTS)) {
          throw refused("has to return its results as an Object[]");
        }
      }
      if (scalar && assignments.isEmpty()) {
        throw refused("assigns nothing as a scalar");
      }
    }

    private void refuseIfByteBuddys(String type) {
      if (type.startsWith(BYTE_BUDDY)) {
        throw refused("has " + simpleName(type) + ", which the weaver does not support");
      }
    }

    private IllegalStateException refused(String problem) {
      return new IllegalStateException(
          "advice " + className + "." + name + descriptor + " " + problem);
    }

    /** Those of one annotation. Refuses all that are not taken by a subclass. */
    private class Attributes extends AnnotationVisitor {

      private final String annotation;

      Attributes(String annotation) {
        super(Opcodes.ASM9);
        this.annotation = annotation;
      }

      @Override
      public void visit(String attribute, Object value) {
        throw unsupported(attribute, value.toString());
      }

      @Override
      public void visitEnum(String attribute, String type, String value) {
        throw unsupported(attribute, value);
      }

      @Override
      public @Nullable AnnotationVisitor visitArray(String attribute) {
        throw unsupported(attribute, "{…}");
      }

      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String attribute, String type) {
        throw unsupported(attribute, simpleName(type));
      }

      private IllegalStateException unsupported(String attribute, String value) {
        return refused(
            "has "
                + simpleName(annotation)
                + " with "
                + attribute
                + " = "
                + value
                + ", which the weaver does not support");
      }
    }

    /** The arguments that the result is assigned to. */
    private final class ToArguments extends Attributes {

      ToArguments(String type) {
        super(type);
      }

      @Override
      public AnnotationVisitor visitArray(String attribute) {
        return new AnnotationVisitor(Opcodes.ASM9) {
          @Override
          public AnnotationVisitor visitAnnotation(@Nullable String none, String type) {
            return new ToArgument(type);
          }
        };
      }
    }

    private final class ToArgument extends Attributes {

      private int argument;
      private int element = Assignment.SCALAR;

      ToArgument(String type) {
        super(type);
      }

      @Override
      public void visit(String attribute, Object value) {
        switch (attribute) {
          case "value":
            argument = (Integer) value;
            break;
          case "index":
            element = (Integer) value;
            break;
          default:
            super.visit(attribute, value);
        }
      }

      /** Results are always cast as they come. */
      @Override
      public void visitEnum(String attribute, String type, String value) {
        if (!attribute.equals("typing") || !value.equals("DYNAMIC")) {
          super.visitEnum(attribute, type, value);
        }
      }

      @Override
      public void visitEnd() {
        assignments.add(new Assignment(argument, element));
      }
    }
  }
}
