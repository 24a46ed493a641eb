package io.sidelight.weaver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites one class file so that its join points call advice through {@code invokedynamic}.
 *
 * <p>The class file is read twice: for what has to be known of the methods at hand, and to write
 * it. Methods without a join point are copied byte for byte. No class is loaded for it, of the
 * application or of the agent's advice.
 */
final class ClassWeaver {

  /** The oldest version of class files that can be raised to one that calls advice. */
  private static final int OLDEST = Opcodes.V1_6;

  private final ClassLoader agent;
  private final Map<String, AdviceClass> advice = new ConcurrentHashMap<>();

  /**
   * @param agent has the class files of advice
   */
  ClassWeaver(ClassLoader agent) {
    this.agent = agent;
  }

  /**
   * Returns the woven class file. One that is too old to call advice is returned as it is where
   * nothing in it is required.
   *
   * @param application loader of the class, null for the boot loader
   * @param missing receives the join points that the class does not declare
   * @throws IllegalStateException if a join point can't have its advice
   */
  byte[] weave(
      Index.Target target,
      @Nullable ClassLoader application,
      byte[] classFile,
      Set<JoinPoint> missing) {
    if (isTooOld(classFile) && target.isDispensable()) {
      missing.addAll(target.joinPoints());
      return classFile;
    }
    int version = linkable(ClassFiles.version(classFile));
    ClassReader reader = ClassFiles.read(classFile);
    ClassOutline outline = ClassOutline.of(reader, ClassFiles.version(classFile), target);
    missing.addAll(outline.missing());
    ClassWriter writer = new ClassWriter(reader, 0);
    ApplicationClasses classes = new ApplicationClasses(application, reader);
    reader.accept(
        new JoinPointVisitor(writer, version, target.instrumentation(), outline, classes),
        ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  private static boolean isTooOld(byte[] classFile) {
    return ClassFiles.major(ClassFiles.version(classFile)) < OLDEST;
  }

  /**
   * The version that the class file gets: {@code invokedynamic} is known from Java 7 on. A class
   * file of Java 6 has the stack map frames that Java 7 asks for, an older one has none.
   */
  private static int linkable(int version) {
    int major = ClassFiles.major(version);
    if (major < OLDEST) {
      throw new IllegalStateException("class file version " + major + " can't call advice");
    }
    return major == Opcodes.V1_6 ? Opcodes.V1_7 : version;
  }

  /** Two threads may read the same one; the results are alike. */
  private AdviceClass advice(String name) {
    AdviceClass known = advice.get(name);
    if (known == null) {
      try {
        known = AdviceReader.read(name, PluginClassLoader.classFile(agent, name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      advice.put(name, known);
    }
    return known;
  }

  private final class JoinPointVisitor extends ClassVisitor {

    private final int version;
    private final String instrumentation;
    private final ClassOutline outline;
    private final ApplicationClasses classes;

    JoinPointVisitor(
        ClassVisitor next,
        int version,
        String instrumentation,
        ClassOutline outline,
        ApplicationClasses classes) {
      super(Opcodes.ASM9, next);
      this.version = version;
      this.instrumentation = instrumentation;
      this.outline = outline;
      this.classes = classes;
    }

    @Override
    public void visit(
        int ignored,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      JoinPoint joinPoint = outline.joinPoint(name, descriptor);
      MethodOutline method = outline.method(name, descriptor);
      if (next == null || joinPoint == null || method == null) {
        return next;
      }
      AdviceClass advice = advice(joinPoint.advice());
      AdviceLocals locals = new AdviceLocals(method, advice);
      AdviceCalls calls =
          new AdviceCalls(next, method, locals, advice, instrumentation, joinPoint, classes);
      return new AdviceVisitor(next, method, advice, locals, calls);
    }
  }
}
