package io.sidelight.weaver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.weaver.GeneratedAdvice.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves every method of whole libraries, of several compilers, and has the JVM verify each class.
 * What can't be verified without advice either, for want of other libraries, is left out.
 *
 * <p>One class in three gets one shape of advice; {@code -Dweaver.every=true} gives all classes all
 * of them.
 */
class EveryMethodTest {

  private static final boolean ALL = Boolean.getBoolean("weaver.every");

  private final GeneratedAdvice advice = new GeneratedAdvice();
  private final ClassWeaver weaver = new ClassWeaver(advice);
  private int methods;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.catalina.startup.Tomcat", // javac
        "org.eclipse.jdt.internal.compiler.Compiler", // ecj
        "kotlin.Unit", // kotlinc
        "scala.Option", // scalac
        "groovy.lang.Closure", // groovyc, in part
        "org.apache.http.client.HttpClient", // Java 6
      })
  void jar_everyMethodWoven_isVerified(String className) throws IOException {
    Map<String, byte[]> dependencies =
        className.equals("org.apache.http.client.HttpClient")
            ? ClassFileSource.jarWith("org.apache.http.HttpRequest")
            : Map.of();
    assertVerified(className, ClassFileSource.jarWith(className), dependencies);
  }

  @Test
  void jdk_everyMethodWoven_isVerified() throws IOException {
    assertVerified("java.base", ClassFileSource.module("java.base"), Map.of());
  }

  @Test
  void verification_ofACorruptClass_fails() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, "Corrupt", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "number", "()J", null, null);
    method.visitInsn(Opcodes.ICONST_0);
    method.visitInsn(Opcodes.LRETURN);
    method.visitMaxs(2, 0);
    Map<String, byte[]> classFiles = Map.of("Corrupt", writer.toByteArray());
    assertThat(new VerifyingLoader(classFiles).verify("Corrupt")).isInstanceOf(VerifyError.class);
  }

  private void assertVerified(
      String library, Map<String, byte[]> classFiles, Map<String, byte[]> dependencies) {
    long start = System.nanoTime();
    Map<String, byte[]> all = new HashMap<>(dependencies);
    all.putAll(classFiles);
    VerifyingLoader plain = new VerifyingLoader(all);
    Set<String> sample = new TreeSet<>(classFiles.keySet());
    sample.removeIf(name -> !ALL && Math.floorMod(name.hashCode(), 3) != 0);
    Set<String> verifiable = new TreeSet<>(sample);
    verifiable.removeIf(
        name -> isOld(requireNonNull(classFiles.get(name))) || plain.verify(name) != null);
    Map<String, String> problems = new TreeMap<>();
    Set<String> refused = new TreeSet<>();
    for (int round = 0; round < (ALL ? Shape.values().length : 1); round++) {
      Map<String, byte[]> woven = new HashMap<>(all);
      for (String name : verifiable) {
        try {
          woven.put(name, woven(plain, requireNonNull(classFiles.get(name)), round));
        } catch (IllegalStateException e) {
          if (!requireNonNull(e.getMessage()).startsWith("there is no class ")) {
            throw e;
          }
          refused.add(name); // a method returns what only an optional library has
        }
      }
      VerifyingLoader loader = new VerifyingLoader(woven);
      for (String name : verifiable) {
        LinkageError error = loader.verify(name);
        if (error != null) {
          problems.put(name, error.toString());
        }
      }
    }
    System.out.printf(
        "%s: wove %d methods of %d classes, left out %d, refused %d, in %d ms%n",
        library,
        methods,
        verifiable.size() - refused.size(),
        sample.size() - verifiable.size(),
        refused.size(),
        (System.nanoTime() - start) / 1_000_000);
    assertThat(problems).isEmpty();
    assertThat(verifiable).hasSizeGreaterThan(sample.size() / 2);
    assertThat(refused).hasSizeLessThanOrEqualTo(1 + sample.size() / 100);
  }

  private byte[] woven(ClassLoader application, byte[] classFile, int round) {
    ClassReader reader = new ClassReader(classFile);
    String className = reader.getClassName().replace('/', '.');
    Shape[] shapes = Shape.values();
    Shape shape = shapes[Math.floorMod(className.hashCode() + round, shapes.length)];
    List<JoinPoint> joinPoints = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
                && !name.equals("<clinit>")) {
              joinPoints.add(
                  JoinPoint.of(
                      className, name, descriptor, advice.of(access, name, descriptor, shape)));
            }
            return null;
          }
        },
        0);
    if (joinPoints.isEmpty()) {
      return classFile;
    }
    Set<JoinPoint> missing = new HashSet<>();
    Index.Target target =
        new Index(List.of(new Everything(joinPoints))).targets(reader.getClassName()).get(0);
    byte[] woven = weaver.weave(target, application, classFile, missing);
    assertThat(missing).isEmpty();
    methods += joinPoints.size();
    return woven;
  }

  private static boolean isOld(byte[] classFile) {
    return ClassFiles.major(ClassFiles.version(classFile)) < Opcodes.V1_6;
  }

  private record Everything(List<JoinPoint> joinPoints) implements LibraryInstrumentation {
    @Override
    public String name() {
      return "everything";
    }
  }
}
