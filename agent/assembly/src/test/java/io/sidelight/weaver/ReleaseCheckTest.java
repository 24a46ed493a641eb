package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What {@link EveryReleaseTest} finds, shown on a small library and releases made from it. */
class ReleaseCheckTest {

  private static final String CLIENT = "sample.library.Client";
  private static final String SEND = "(Ljava/lang/String;I)Ljava/lang/String;";
  private static final String ADVICE = "io.sidelight.instrumentation.sample.SampleAdvice$";

  private final ClassLoader agent = ReleaseCheckTest.class.getClassLoader();
  private final Library library =
      new Library("Sample", "sample.library.")
          .releases("1.0")
          .artifacts("a:b:*")
          .instrumentations("Sample");
  private final Map<String, byte[]> classFiles = new HashMap<>();

  ReleaseCheckTest() throws IOException {
    for (String name : List.of("sample.library.Client", "sample.library.Client$Listener")) {
      classFiles.put(name.replace('.', '/'), PluginClassLoader.classFile(agent, name));
    }
  }

  @Test
  void check_ofWhatFits_findsNothing() {
    assertThat(problems(CLIENT, "send", SEND, "Fitting")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sample.library.Client | sendd | (Ljava/lang/String;I)Ljava/lang/String; | Fitting      | advice sample.SampleAdvice$Fitting at sample.library.Client.sendd(Ljava/lang/String;I)Ljava/lang/String;: there is no such method
          sample.library.Client | send  | (Ljava/lang/String;)Ljava/lang/String;  | Fitting      | advice sample.SampleAdvice$Fitting at sample.library.Client.send(Ljava/lang/String;)Ljava/lang/String;: there is no such method
          sample.library.Cliant | send  | (Ljava/lang/String;I)Ljava/lang/String; | Fitting      | advice sample.SampleAdvice$Fitting at sample.library.Cliant.send(Ljava/lang/String;I)Ljava/lang/String;: there is no class sample.library.Cliant
          sample.library.Client | send  | (Ljava/lang/String;I)Ljava/lang/String; | OfWrongIndex | asks for argument 2 of
          sample.library.Client | send  | (Ljava/lang/String;I)Ljava/lang/String; | OfWrongType  | can't take a java.lang.String of
          sample.library.Client | send  | (Ljava/lang/String;I)Ljava/lang/String; | OfNoField    | sample/library/Client has no field port
          """)
  void check_ofAWrongJoinPointOrAdvice_namesIt(
      String className, String method, String descriptor, String advice, String problem) {
    assertThat(problems(className, method, descriptor, advice))
        .anySatisfy(
            found ->
                assertThat(found)
                    .startsWith("advice sample.SampleAdvice$" + advice + " at " + className)
                    .contains(problem));
  }

  @Test
  void check_ofAMemberThatIsGone_namesTheAdapter() {
    change("sample/library/Client", "status", "statusCode", null);

    assertThat(problems(CLIENT, "send", SEND, "Fitting"))
        .containsExactly(
            "sample.SampleListener (advice sample.SampleAdvice$Fitting at "
                + CLIENT
                + ".send"
                + SEND
                + "): there is no method sample.library.Client.status()I");
  }

  @Test
  void check_ofAMethodThatAnInterfaceNewlyAsksFor_namesTheAdapter() {
    change("sample/library/Client$Listener", "", "", "failed");

    assertThat(problems(CLIENT, "send", SEND, "Fitting"))
        .singleElement()
        .asString()
        .endsWith("sample.library.Client$Listener.failed()V is not implemented");
  }

  @Test
  void check_ofCodeThatTheJvmWouldRefuse_namesTheJoinPoint() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V11, Opcodes.ACC_PUBLIC, "sample/library/Client", null, "java/lang/Object", null);
    writer.visitField(0, "host", "Ljava/lang/String;", null, null).visitEnd();
    writer
        .visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "status", "()I", null, null)
        .visitEnd();
    MethodVisitor send = writer.visitMethod(Opcodes.ACC_PUBLIC, "send", SEND, null, null);
    send.visitVarInsn(Opcodes.ALOAD, 0);
    send.visitInsn(Opcodes.ARETURN);
    send.visitMaxs(1, 3);
    send.visitEnd();
    writer.visitEnd();
    classFiles.put("sample/library/Client", writer.toByteArray());

    assertThat(problems(CLIENT, "send", SEND, "Fitting"))
        .singleElement()
        .asString()
        .contains("at sample.library.Client.send", "the woven method can't be verified");
  }

  @Test
  void check_ofAGuardedReference_findsNothing() {
    change("sample/library/Client", "status", "statusCode", null);
    library.guards("sample.SampleListener", CLIENT + ".status", "1.");

    assertThat(problems(CLIENT, "send", SEND, "Fitting")).isEmpty();
    assertThat(library.unused()).isEmpty();
  }

  @Test
  void unused_differencesOfALibrary_areTold() {
    library.lacks("sample.library.Server").guards("sample.SampleListener", CLIENT + ".x", "1.");
    assertThat(problems(CLIENT, "send", SEND, "Fitting")).isEmpty();

    assertThat(library.unused()).hasSize(2);
  }

  @Test
  void check_ofALookupThatFindsNothing_namesIt() {
    library.lookup("sample.SampleListener", CLIENT, "answered");

    assertThat(problems(CLIENT, "send", SEND, "Fitting"))
        .singleElement()
        .asString()
        .endsWith("looks up sample.library.Client.answered: there is no such member");
  }

  private List<String> problems(String className, String method, String descriptor, String advice) {
    LibraryInstrumentation instrumentation =
        new SampleInstrumentation(
            List.of(JoinPoint.of(className, method, descriptor, ADVICE + advice)));
    return new ReleaseCheck(agent, library, "1.0", Release.of("Sample 1.0", classFiles))
        .run(List.of(new Instrumented(instrumentation)))
        .problems();
  }

  /** Renames a method of a class, and adds an abstract one. */
  private void change(String internalName, String from, String to, @Nullable String added) {
    ClassReader reader = new ClassReader(classFiles.get(internalName));
    ClassWriter writer = new ClassWriter(0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            String newName = name.equals(from) ? to : name;
            return super.visitMethod(access, newName, descriptor, signature, exceptions);
          }

          @Override
          public void visitEnd() {
            if (added != null) {
              int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT;
              super.visitMethod(access, added, "()V", null, null).visitEnd();
            }
            super.visitEnd();
          }
        },
        0);
    classFiles.put(internalName, writer.toByteArray());
  }

  private record SampleInstrumentation(List<JoinPoint> joinPoints)
      implements LibraryInstrumentation {

    @Override
    public String name() {
      return "sample";
    }
  }
}
