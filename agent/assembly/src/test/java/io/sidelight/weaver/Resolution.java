package io.sidelight.weaver;

import io.sidelight.weaver.Reference.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Resolves references of the agent's classes in the class files of a release, as the JVM would
 * (JVMS 5.4.3): through superclasses and interfaces, static or not, class or interface. A member
 * has to be accessible from another package and another class loader.
 */
final class Resolution {

  private static final String AGENT = "io/sidelight/";
  private static final int ACCESSIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final Release release;
  private final Map<String, Optional<Declaration>> declarations = new ConcurrentHashMap<>();

  private final ClassLoader agent;
  private final boolean ofJdk;

  /**
   * @param agent has the class files of adapters
   * @param ofJdk whether the release is a JDK, and not of a library that takes classes from one
   */
  Resolution(Release release, ClassLoader agent, boolean ofJdk) {
    this.release = release;
    this.agent = agent;
    this.ofJdk = ofJdk;
  }

  /** Why the reference can't be resolved, null if it can. */
  @Nullable String problem(Reference reference) {
    Declaration owner = declaration(reference.owner());
    if (owner == null) {
      return "there is no class " + reference.owner().replace('/', '.');
    }
    boolean own = reference.owner().startsWith(AGENT);
    if (!own && !owner.isAccessible()) {
      return "not public: class " + reference.owner().replace('/', '.');
    }
    if (reference.kind() == Kind.CLASS) {
      return null;
    }
    boolean method = reference.kind() == Kind.METHOD || reference.kind() == Kind.STATIC_METHOD;
    if (method && owner.isInterface() != reference.ofInterface()) {
      return "no longer "
          + (owner.isInterface() ? "a class" : "an interface")
          + ": "
          + reference.owner().replace('/', '.')
          + ", in the call of "
          + reference.name();
    }
    Integer access = find(owner, reference.name() + (method ? "" : ":") + reference.descriptor());
    if (access == null) {
      return "there is no " + reference;
    }
    if (!own && (access & ACCESSIBLE) == 0) {
      return "neither public nor protected: " + reference;
    }
    boolean ofClass =
        reference.kind() == Kind.STATIC_METHOD || reference.kind() == Kind.STATIC_FIELD;
    if (ofClass != ((access & Opcodes.ACC_STATIC) != 0)) {
      return (ofClass ? "not static: " : "static: ") + reference;
    }
    return null;
  }

  /**
   * What a class of the agent can't be in the release: a class that extends a final one, or that
   * lacks a method which an abstract supertype asks for.
   */
  List<String> inherited(String internalName) {
    List<String> problems = new ArrayList<>();
    Declaration type = declaration(internalName);
    if (type == null || type.isAbstract()) {
      return problems;
    }
    Declaration above = type.superName == null ? null : declaration(type.superName);
    if (above != null && above.isFinal()) {
      problems.add(above.binaryName() + " is final");
    }
    Set<Declaration> supertypes = new LinkedHashSet<>();
    addSupertypes(type, supertypes);
    for (Declaration supertype : supertypes) {
      if (supertype.isOfAgent()) {
        continue; // the compiler has seen to that
      }
      supertype.members.forEach(
          (member, access) -> {
            if ((access & Opcodes.ACC_ABSTRACT) != 0 && !isImplemented(supertypes, member)) {
              problems.add(supertype.binaryName() + "." + member + " is not implemented");
            }
          });
    }
    return problems;
  }

  private static boolean isImplemented(Set<Declaration> types, String member) {
    for (Declaration type : types) {
      Integer access = type.members.get(member);
      if (access != null && (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The class itself, its superclasses and all interfaces. */
  private void addSupertypes(Declaration type, Set<Declaration> all) {
    if (!all.add(type)) {
      return;
    }
    List<String> above = new ArrayList<>(List.of(type.interfaces));
    if (type.superName != null) {
      above.add(0, type.superName);
    }
    for (String each : above) {
      Declaration declaration = declaration(each);
      if (declaration != null) {
        addSupertypes(declaration, all);
      }
    }
  }

  /**
   * Whether a class declares or inherits a member, whatever its access.
   *
   * @param className binary name
   * @param sought its name, or name and descriptor; a field's with a colon in between
   */
  boolean hasMember(String className, String sought) {
    for (Declaration type = declaration(className.replace('.', '/')); type != null; ) {
      for (String member : type.members.keySet()) {
        if (member.equals(sought)
            || member.startsWith(sought + "(")
            || member.startsWith(sought + ":")) {
          return true;
        }
      }
      type = type.superName == null ? null : declaration(type.superName);
    }
    return false;
  }

  private @Nullable Integer find(Declaration owner, String member) {
    Integer access = owner.members.get(member);
    if (access != null) {
      return access;
    }
    if (owner.isSignaturePolymorphic(member)) {
      return Opcodes.ACC_PUBLIC;
    }
    boolean constructor = member.startsWith("<init>");
    if (constructor) {
      return null;
    }
    Integer inherited = findIn(owner.superName, member);
    if (inherited != null) {
      return inherited;
    }
    for (String each : owner.interfaces) {
      inherited = findIn(each, member);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private @Nullable Integer findIn(@Nullable String type, String member) {
    Declaration declaration = type == null ? null : declaration(type);
    return declaration == null ? null : find(declaration, member);
  }

  private @Nullable Declaration declaration(String internalName) {
    return declarations.computeIfAbsent(internalName, this::read).orElse(null);
  }

  private Optional<Declaration> read(String internalName) {
    byte[] classFile =
        internalName.startsWith(AGENT)
            ? agentClassFile(internalName)
            : release.classFile(internalName);
    if (classFile == null && !ofJdk) {
      classFile = RUNNING_JDK.classFile(internalName);
    }
    return Optional.ofNullable(classFile).map(Declaration::of);
  }

  private byte @Nullable [] agentClassFile(String internalName) {
    try (InputStream in = agent.getResourceAsStream(internalName.concat(".class"))) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a library takes from the JDK, whichever that is. */
  private static final Release RUNNING_JDK = runningJdk();

  private static Release runningJdk() {
    try {
      return Release.ofJdk("running JDK", Path.of(System.getProperty("java.home")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The members of a class, by name and descriptor; a field's with a colon in between. */
  private static final class Declaration extends ClassVisitor {

    private final Map<String, Integer> members = new ConcurrentHashMap<>();
    private String name = "";
    private int access;
    private @Nullable String superName;
    private String[] interfaces = {};

    private Declaration() {
      super(Opcodes.ASM9);
    }

    static Declaration of(byte[] classFile) {
      Declaration declaration = new Declaration();
      ClassFiles.read(classFile)
          .accept(
              declaration,
              ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return declaration;
    }

    boolean isInterface() {
      return (access & Opcodes.ACC_INTERFACE) != 0;
    }

    boolean isAccessible() {
      return (access & Opcodes.ACC_PUBLIC) != 0;
    }

    boolean isAbstract() {
      return (access & Opcodes.ACC_ABSTRACT) != 0;
    }

    boolean isFinal() {
      return (access & Opcodes.ACC_FINAL) != 0;
    }

    boolean isOfAgent() {
      return name.startsWith(AGENT);
    }

    String binaryName() {
      return name.replace('/', '.');
    }

    /** Method handles take arguments of any type. */
    boolean isSignaturePolymorphic(String member) {
      String method = member.substring(0, Math.max(0, member.indexOf('(')));
      return (name.equals("java/lang/invoke/MethodHandle")
              || name.equals("java/lang/invoke/VarHandle"))
          && members.keySet().stream()
              .anyMatch(known -> known.startsWith(method + "([Ljava/lang/Object;)"));
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      this.name = name;
      this.access = access;
      this.superName = superName;
      this.interfaces = interfaces == null ? new String[0] : interfaces;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      members.put(name + ":" + descriptor, access);
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      members.put(name + descriptor, access);
      return null;
    }
  }
}
