package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Copies of the agent's jar in which chosen methods are broken. */
public final class RewrittenJar {

  static final String MESSAGE = "made to fail";

  private static final String FOLDER = "sidelight/";
  private static final String SUFFIX = ".classdata";

  private RewrittenJar() {}

  /** Simple names of the classes of a package of the agent. */
  public static List<String> classes(String internalPackage) {
    String prefix = FOLDER + internalPackage + "/";
    try (ZipFile jar = new ZipFile(Settings.agentJar().toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
          .map(name -> name.substring(prefix.length(), name.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Chosen methods throw as soon as they are called.
   *
   * @param fails tells by internal class name and method name
   * @param error what is thrown: has a constructor with a message
   */
  public static Path make(Path folder, BiPredicate<String, String> fails, Class<?> error) {
    String name = error.getName().replace('.', '/');
    return make(folder, fails, (method, descriptor) -> throwNew(method, name));
  }

  /** The redactor gives back whatever it gets, so that lines show what they would without it. */
  public static Path withoutRedaction(Path folder) {
    List<String> channels =
        List.of("header", "query", "path", "url", "text", "json", "form", "multipart", "headers");
    return make(
        folder,
        (type, method) ->
            type.equals("io/sidelight/redact/Redactor")
                && (channels.contains(method) || method.equals("sensitiveKey")),
        RewrittenJar::returnLastArgument);
  }

  private static Path make(
      Path folder, BiPredicate<String, String> broken, BiConsumer<MethodVisitor, String> instead) {
    Path copy = folder.resolve("sidelight-agent.jar");
    try (ZipFile jar = new ZipFile(Settings.agentJar().toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      Enumeration<? extends ZipEntry> entries = jar.entries();
      int rewritten = 0;
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        byte[] bytes;
        try (InputStream in = jar.getInputStream(entry)) {
          bytes = in.readAllBytes();
        }
        if (entry.getName().endsWith(SUFFIX)) {
          Rewriter rewriter = new Rewriter(broken, instead);
          byte[] changed = rewriter.rewrite(bytes);
          bytes = rewriter.methods > 0 ? changed : bytes;
          rewritten += rewriter.methods;
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
      }
      if (rewritten == 0) {
        throw new IllegalArgumentException("no such method in " + Settings.agentJar());
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void throwNew(MethodVisitor method, String error) {
    method.visitTypeInsn(Opcodes.NEW, error);
    method.visitInsn(Opcodes.DUP);
    method.visitLdcInsn(MESSAGE);
    method.visitMethodInsn(Opcodes.INVOKESPECIAL, error, "<init>", "(Ljava/lang/String;)V", false);
    method.visitInsn(Opcodes.ATHROW);
  }

  /** Of an instance method that takes texts; {@code false} where it gives a boolean. */
  private static void returnLastArgument(MethodVisitor method, String descriptor) {
    if (Type.getReturnType(descriptor).equals(Type.BOOLEAN_TYPE)) {
      method.visitInsn(Opcodes.ICONST_0);
      method.visitInsn(Opcodes.IRETURN);
    } else {
      method.visitVarInsn(Opcodes.ALOAD, Type.getArgumentTypes(descriptor).length);
      method.visitInsn(Opcodes.ARETURN);
    }
  }

  private static final class Rewriter extends ClassVisitor {

    private final BiPredicate<String, String> broken;
    private final BiConsumer<MethodVisitor, String> instead;
    private String className = "";
    private int methods;

    Rewriter(BiPredicate<String, String> broken, BiConsumer<MethodVisitor, String> instead) {
      super(Opcodes.ASM9);
      this.broken = broken;
      this.instead = instead;
    }

    byte[] rewrite(byte[] classFile) {
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      cv = writer;
      className = reader.getClassName();
      reader.accept(this, 0);
      return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (name.startsWith("<") || !broken.test(className, name)) {
        return method;
      }
      methods++;
      return new Replaced(method, descriptor, instead);
    }
  }

  /** Keeps the signature and the annotations of a method, and has it do something else. */
  private static final class Replaced extends MethodVisitor {

    private final String descriptor;
    private final BiConsumer<MethodVisitor, String> instead;

    Replaced(MethodVisitor method, String descriptor, BiConsumer<MethodVisitor, String> instead) {
      super(Opcodes.ASM9, method);
      this.descriptor = descriptor;
      this.instead = instead;
    }

    @Override
    public void visitCode() {
      mv.visitCode();
      instead.accept(mv, descriptor);
      mv.visitMaxs(0, 0);
      mv.visitEnd();
      mv = null; // what the method did
    }
  }
}
