package io.sidelight.weaver;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.TypeInitializer;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.auxiliary.AuxiliaryType;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.JavaConstant;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one class file so that its join points call advice through {@code invokedynamic}.
 *
 * <p>Byte Buddy's {@code Advice} is put straight on a class reader and writer: its builder would
 * load some 300 classes more and do nothing that is needed here. Methods without a join point are
 * copied byte for byte.
 */
final class ClassWeaver {

  private final Method bootstrap;
  private final ClassLoader agent;

  ClassWeaver(Method bootstrap, ClassLoader agent) {
    this.bootstrap = bootstrap;
    this.agent = agent;
  }

  /**
   * Returns the woven class file.
   *
   * @param application loader of the class, null for the boot loader
   * @param missing receives the join points that the class does not declare
   */
  byte[] weave(
      Index.Target target,
      @Nullable ClassLoader application,
      String className,
      byte[] classFile,
      Set<JoinPoint> missing) {
    ClassFileLocator locator = new TypeLocator(agent, application, className, classFile);
    // Lazy: most types are needed by name only, and so never read.
    TypePool pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.FAST);
    TypeDescription type = pool.describe(className).resolve();
    ClassReader reader = OpenedClassReader.of(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    Set<JoinPoint> open = new HashSet<>(target.joinPoints());
    reader.accept(new JoinPointVisitor(writer, target, type, pool, locator, open), 0);
    missing.addAll(open);
    return writer.toByteArray();
  }

  /**
   * The version that the class file gets: {@code invokedynamic} is known from Java 7 on. A class
   * file of Java 6 has the stack map frames that Java 7 asks for, an older one has none.
   */
  private static int linkable(int version) {
    int major = version & 0xFFFF;
    if (major < Opcodes.V1_6) {
      throw new IllegalStateException("class file version " + major + " can't call advice");
    }
    return major == Opcodes.V1_6 ? Opcodes.V1_7 : version;
  }

  private final class JoinPointVisitor extends ClassVisitor {

    private final Index.Target target;
    private final TypeDescription type;
    private final TypePool pool;
    private final ClassFileLocator locator;
    private final Set<JoinPoint> open;
    private Implementation.@Nullable Context context;

    JoinPointVisitor(
        ClassVisitor next,
        Index.Target target,
        TypeDescription type,
        TypePool pool,
        ClassFileLocator locator,
        Set<JoinPoint> open) {
      super(OpenedClassReader.ASM_API, next);
      this.target = target;
      this.type = type;
      this.pool = pool;
      this.locator = locator;
      this.open = open;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      int raised = linkable(version);
      ClassFileVersion classFileVersion = ClassFileVersion.ofMinorMajor(raised);
      context =
          Implementation.Context.Disabled.Factory.INSTANCE.make(
              type,
              NO_AUXILIARY_TYPES,
              TypeInitializer.None.INSTANCE,
              classFileVersion,
              classFileVersion,
              Implementation.Context.FrameGeneration.GENERATE);
      super.visit(raised, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      JoinPoint joinPoint = target.joinPoint(name, descriptor);
      if (joinPoint == null || next == null || (access & Opcodes.ACC_ABSTRACT) != 0) {
        return next;
      }
      open.remove(joinPoint);
      MethodDescription method = declared(name, descriptor);
      return advice(joinPoint).wrap(type, method, next, context, pool, 0, 0);
    }

    private MethodDescription declared(String name, String descriptor) {
      for (MethodDescription method : type.getDeclaredMethods()) {
        if (method.getInternalName().equals(name) && method.getDescriptor().equals(descriptor)) {
          return method;
        }
      }
      throw new IllegalStateException(name + descriptor);
    }

    private Advice advice(JoinPoint joinPoint) {
      List<JavaConstant> arguments =
          Arrays.asList(
              JavaConstant.Simple.ofLoaded(target.instrumentation()),
              JavaConstant.Simple.ofLoaded(joinPoint.advice()));
      return Advice.withCustomMapping()
          .bootstrap(bootstrap, (advice, exit) -> (instrumented, method) -> arguments)
          .to(pool.describe(joinPoint.advice()).resolve(), locator);
    }
  }

  private static final AuxiliaryType.NamingStrategy NO_AUXILIARY_TYPES =
      new AuxiliaryType.NamingStrategy.Enumerating("sidelight");

  /** Finds the class being woven, the agent's advice, and the types that either refers to. */
  private static final class TypeLocator implements ClassFileLocator {

    private final ClassLoader agent;
    private final @Nullable ClassLoader application;
    private final String className;
    private final byte[] classFile;

    TypeLocator(
        ClassLoader agent, @Nullable ClassLoader application, String className, byte[] classFile) {
      this.agent = agent;
      this.application = application;
      this.className = className;
      this.classFile = classFile;
    }

    @Override
    public Resolution locate(String name) throws IOException {
      if (name.equals(className)) {
        return new Resolution.Explicit(classFile);
      }
      String resource = name.replace('.', '/').concat(".class");
      try (InputStream in =
          ofAgent(name)
              ? agent.getResourceAsStream(resource)
              : ofApplication().getResourceAsStream(resource)) {
        return in == null
            ? new Resolution.Illegal(name)
            : new Resolution.Explicit(in.readAllBytes());
      }
    }

    /** The boot loader has no object of its own, and the platform loader sees all that it has. */
    private ClassLoader ofApplication() {
      return application == null ? ClassLoader.getPlatformClassLoader() : application;
    }

    /** The advice, and the annotations on it. */
    private static boolean ofAgent(String name) {
      return name.startsWith("io.sidelight.") || name.startsWith("net.bytebuddy.asm.");
    }

    @Override
    public void close() {}
  }
}
