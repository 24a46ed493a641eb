package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

/** What is in the jar as built. */
class AgentJarIT {

  private static final String BOOTSTRAP = "io/sidelight/bootstrap/";
  private static final String HIDDEN = "sidelight/";
  private static final long MAX_BYTES = 6L << 20;

  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
      for (JarEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
        FILES.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void jar_files_areManifestBootstrapAndOneHiddenFolder() {
    assertThat(FILES.keySet())
        .allMatch(
            name ->
                name.equals("META-INF/MANIFEST.MF")
                    || name.matches("META-INF/(asm|jackson-core|picocli)/[\\w-]*(LICENSE|NOTICE)")
                    || (name.startsWith(BOOTSTRAP) && name.endsWith(".class"))
                    || name.startsWith(HIDDEN));
    assertThat(FILES.keySet()).anyMatch(name -> name.startsWith(BOOTSTRAP));
    assertThat(FILES)
        .containsKey(HIDDEN + "io/sidelight/agent/Agent.classdata")
        .containsKey("META-INF/asm/LICENSE")
        .containsKey("META-INF/jackson-core/LICENSE")
        .containsKey("META-INF/picocli/LICENSE");
  }

  @Test
  void jar_hiddenFolder_hasNothingThatAScannerKnows() {
    assertThat(FILES.keySet())
        .filteredOn(name -> name.startsWith(HIDDEN))
        .noneMatch(name -> name.endsWith(".class"))
        .noneMatch(name -> name.contains("META-INF"))
        .noneMatch(name -> name.contains("module-info"))
        .noneMatch(name -> name.matches(".*logback[^/]*\\.xml"));
  }

  @Test
  void jar_size_isWithinTheBudget() throws IOException {
    assertThat(AgentJar.path())
        .satisfies(jar -> assertThat(jar.toFile().length()).isLessThanOrEqualTo(MAX_BYTES));
  }

  @Test
  void manifest_entryPoints_areBootstrapClasses() throws IOException {
    try (JarFile jar = new JarFile(AgentJar.path().toFile())) {
      for (String name : Set.of("Premain-Class", "Agent-Class", "Main-Class")) {
        String value = jar.getManifest().getMainAttributes().getValue(name);
        assertThat(FILES).containsKey(value.replace('.', '/') + ".class");
      }
      assertThat(jar.getManifest().getMainAttributes().getValue("Can-Retransform-Classes"))
          .isEqualTo("true");
      // Appended to the boot class path, it would switch class-data sharing off.
      assertThat(jar.getManifest().getMainAttributes().getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void bootstrap_classFiles_areOfJava8() {
    assertThat(classes(BOOTSTRAP))
        .isNotEmpty()
        .allSatisfy((name, reader) -> assertThat(major(reader)).as(name).isEqualTo(52));
  }

  @Test
  void bootstrap_references_areToTheJdkAndItself() {
    assertThat(classes(BOOTSTRAP))
        .allSatisfy(
            (name, reader) ->
                assertThat(ClassReferences.of(reader))
                    .as(name)
                    .allMatch(type -> type.startsWith("java/") || type.startsWith(BOOTSTRAP)));
  }

  @Test
  void classFiles_all_areOfJava11OrOlder() {
    assertThat(classes(""))
        .hasSizeGreaterThan(200)
        .allSatisfy((name, reader) -> assertThat(major(reader)).as(name).isLessThanOrEqualTo(55));
  }

  /**
   * A class that only a configured {@code jwt:} source uses, and a command, which has a JVM to
   * itself: so that nothing else loads Jackson.
   */
  @Test
  void references_toJackson_areOfTwoClassesOnly() {
    assertThat(users("com/fasterxml/"))
        .containsExactly(
            HIDDEN + "io/sidelight/cli/RedactedJsonLines.classdata",
            HIDDEN + "io/sidelight/request/BearerToken.classdata");
  }

  /** Commands have a JVM to themselves, so picocli is never loaded in an application. */
  @Test
  void references_toPicocli_areOfCommandsOnly() {
    assertThat(users("picocli/"))
        .contains(HIDDEN + "io/sidelight/cli/Main.classdata")
        .allMatch(name -> name.startsWith(HIDDEN + "io/sidelight/cli/"));
  }

  @Test
  void references_toCommands_areOfTheCommandLineOnly() {
    assertThat(users("io/sidelight/cli/"))
        .contains(HIDDEN + "io/sidelight/agent/CommandLine.classdata")
        .filteredOn(name -> !name.startsWith(HIDDEN + "io/sidelight/cli/"))
        .hasSize(1);
  }

  /** The agent's own classes that name a type of this package. */
  private static Set<String> users(String folder) {
    Set<String> users = new TreeSet<>();
    classes(HIDDEN + "io/sidelight/")
        .forEach(
            (name, reader) -> {
              if (ClassReferences.of(reader).stream().anyMatch(t -> t.startsWith(folder))) {
                users.add(name);
              }
            });
    return users;
  }

  @Test
  void references_ofTheAgent_areInTheJarOrTheJdk() {
    Set<String> dangling = new TreeSet<>();
    classes(HIDDEN + "io/sidelight/")
        .forEach(
            (name, reader) -> {
              for (String type : ClassReferences.of(reader)) {
                if (!inJar(type) && !inJdk(type) && !ofLibrary(name, type)) {
                  dangling.add(name + " -> " + type);
                }
              }
            });
    assertThat(dangling).isEmpty();
  }

  private static boolean inJar(String type) {
    return FILES.containsKey(HIDDEN + type + ".classdata");
  }

  private static boolean inJdk(String type) {
    return ClassLoader.getPlatformClassLoader().getResource(type + ".class") != null;
  }

  /** Advice and adapters are typed against the library, which is the application's. */
  private static boolean ofLibrary(String name, String type) {
    return name.startsWith(HIDDEN + "io/sidelight/instrumentation/")
        && name.indexOf('/', (HIDDEN + "io/sidelight/instrumentation/").length()) > 0
        && !type.startsWith("io/sidelight/");
  }

  private static Map<String, ClassReader> classes(String folder) {
    Map<String, ClassReader> classes = new TreeMap<>();
    FILES.forEach(
        (name, bytes) -> {
          if (name.startsWith(folder) && (name.endsWith(".class") || name.endsWith(".classdata"))) {
            classes.put(name, new ClassReader(bytes));
          }
        });
    return classes;
  }

  private static int major(ClassReader reader) {
    return reader.readUnsignedShort(6);
  }
}
