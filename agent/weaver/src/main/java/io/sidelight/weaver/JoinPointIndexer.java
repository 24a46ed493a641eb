package io.sidelight.weaver;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Collects the join points that stand at advice, when the agent is built. Not in the agent's jar.
 *
 * <p>Advice that asks for what the weaver does not support fails the build here.
 */
public final class JoinPointIndexer {

  private static final String ADVICE_ON = "Lio/sidelight/weaver/AdviceOn;";
  private static final String SEVERAL = "Lio/sidelight/weaver/AdviceOn$All;";
  private static final String BYTE_BUDDY = "Lnet/bytebuddy/asm/Advice$";

  private final List<Entry> entries = new ArrayList<>();

  /**
   * Writes the index of the advice on the class path.
   *
   * @param arguments the file to write, and the package that the advice is below
   */
  public static void main(String[] arguments) throws IOException {
    JoinPointIndexer indexer = new JoinPointIndexer();
    String below = arguments[1].replace('.', '/');
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      indexer.addAll(Path.of(place), below);
    }
    Path file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, indexer.index());
  }

  private void addAll(Path place, String below) throws IOException {
    if (Files.isDirectory(place)) {
      addFolder(place.resolve(below));
    } else if (Files.isRegularFile(place)) {
      try (FileSystem jar = FileSystems.newFileSystem(place, (ClassLoader) null)) {
        addFolder(jar.getPath(below));
      }
    }
  }

  private void addFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.toString().endsWith(".class")) {
          add(Files.readAllBytes(file));
        }
      }
    }
  }

  /**
   * Adds the join points of a class, if it is advice.
   *
   * @throws IllegalStateException if it asks for what the weaver doesn't support
   */
  void add(byte[] classFile) {
    boolean mentionsAdvice =
        new String(classFile, StandardCharsets.ISO_8859_1).contains(BYTE_BUDDY);
    int before = entries.size();
    ClassReader reader = ClassFiles.read(classFile);
    String name = reader.getClassName().replace('/', '.');
    reader.accept(new Declarations(name), ClassReader.SKIP_CODE);
    if (mentionsAdvice || entries.size() > before) {
      AdviceReader.read(name, classFile);
    }
  }

  /** As {@link DeclaredJoinPoints} reads it, in an order that doesn't depend on the file system. */
  byte[] index() throws IOException {
    entries.sort(Comparator.comparing(Entry::toString));
    Map<String, Integer> texts = new LinkedHashMap<>();
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(numbers)) {
      out.writeShort(entries.size());
      for (Entry entry : entries) {
        for (String text : entry.texts) {
          out.writeShort(texts.computeIfAbsent(text, added -> texts.size()));
        }
        out.writeByte(entry.presence.ordinal());
        out.writeBoolean(entry.masks);
      }
    }
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(index)) {
      out.writeShort(texts.size());
      for (String text : texts.keySet()) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.writeShort(bytes.length);
        out.write(bytes);
      }
      numbers.writeTo(out);
    }
    if (texts.size() > 0xFFFF || entries.size() > 0xFFFF) {
      throw new IllegalStateException("more join points than the index can number");
    }
    return index.toByteArray();
  }

  /** One join point of one instrumentation. */
  private static final class Entry {
    final String[] texts;
    final Presence presence;
    final boolean masks;

    Entry(Presence presence, boolean masks, String... texts) {
      this.texts = texts;
      this.presence = presence;
      this.masks = masks;
    }

    @Override
    public String toString() {
      return String.join(" ", texts);
    }
  }

  /** The annotations of one class. */
  private final class Declarations extends ClassVisitor {

    private final String name;

    Declarations(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      if (type.equals(ADVICE_ON)) {
        return new Declaration(name);
      }
      if (!type.equals(SEVERAL)) {
        return null;
      }
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public AnnotationVisitor visitArray(String attribute) {
          return new AnnotationVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(@Nullable String none, String nested) {
              return new Declaration(name);
            }
          };
        }
      };
    }
  }

  /** One annotation. */
  private final class Declaration extends AnnotationVisitor {

    private final String advice;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private String label = "";
    private Presence presence = Presence.EVERY_VERSION;
    private boolean masks;

    Declaration(String advice) {
      super(Opcodes.ASM9);
      this.advice = advice;
    }

    @Override
    public void visit(String attribute, Object value) {
      if (attribute.equals("label")) {
        label = (String) value;
      } else {
        masks = (Boolean) value;
      }
    }

    @Override
    public void visitEnum(String attribute, String type, String value) {
      presence = Presence.valueOf(value);
    }

    @Override
    public AnnotationVisitor visitArray(String attribute) {
      List<String> all = new ArrayList<>();
      values.put(attribute, all);
      return new AnnotationVisitor(Opcodes.ASM9) {
        @Override
        public void visit(@Nullable String none, Object value) {
          all.add((String) value);
        }
      };
    }

    @Override
    public void visitEnd() {
      String packageName = advice.substring(0, advice.lastIndexOf('.'));
      for (String owner : values.getOrDefault("instrumentation", List.of(packageName))) {
        for (String type : values.getOrDefault("type", List.of())) {
          for (String method : values.getOrDefault("method", List.of())) {
            for (String descriptor : values.getOrDefault("descriptor", List.of(""))) {
              entries.add(
                  new Entry(presence, masks, owner, type, method, descriptor, advice, label));
            }
          }
        }
      }
    }
  }
}
