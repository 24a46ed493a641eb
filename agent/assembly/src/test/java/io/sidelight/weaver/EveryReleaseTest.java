package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import eu.maveniverse.maven.mima.context.Context;
import io.sidelight.agent.JavaHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks every instrumentation against the class files of the oldest and the newest release of each
 * line that it supports: join points, what advice asks for, and all that adapters use.
 *
 * <p>A new library is a method in {@link Libraries}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EveryReleaseTest {

  private final ClassLoader agent = EveryReleaseTest.class.getClassLoader();
  private final List<Instrumented> instrumentations = Instrumented.all();
  private final Map<Library, List<ReleaseCheck>> checks = new LinkedHashMap<>();
  private final Map<Library, Exception> unresolved = new LinkedHashMap<>();

  static List<Library> libraries() {
    return Libraries.ALL;
  }

  @BeforeAll
  void check() {
    long start = System.nanoTime();
    try (Context context = Jars.context()) {
      for (Library library : Libraries.ALL) {
        try {
          checks.put(library, library.isJdk() ? jdks(library) : releases(library, context));
        } catch (RuntimeException | IOException e) {
          unresolved.put(library, e);
        }
      }
    }
    int releases = checks.values().stream().mapToInt(List::size).sum();
    System.out.printf(
        "%d releases of %d libraries in %d ms%n",
        releases, checks.size(), (System.nanoTime() - start) / 1_000_000);
  }

  private List<ReleaseCheck> releases(Library library, Context context) throws IOException {
    List<ReleaseCheck> all = new ArrayList<>();
    for (String version : library.versions()) {
      List<Path> jars = Jars.of(context, library.coordinates(version));
      try (Release release = Release.ofJars(library + " " + version, jars)) {
        all.add(new ReleaseCheck(agent, library, version, release).run(instrumentations));
      }
    }
    return all;
  }

  private List<ReleaseCheck> jdks(Library library) throws IOException {
    List<ReleaseCheck> all = new ArrayList<>();
    for (JavaHome home : JavaHome.supported()) {
      try (Release release = Release.ofJdk(home.toString(), home.path())) {
        String version = Integer.toString(home.feature());
        all.add(new ReleaseCheck(agent, library, version, release).run(instrumentations));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void instrumentation_inEachReleaseOfItsLibrary_fits(Library library) {
    assertThat(unresolved.get(library)).as("resolution of the releases").isNull();
    Map<String, List<String>> releases = new LinkedHashMap<>();
    for (ReleaseCheck check : checks.getOrDefault(library, List.of())) {
      for (String problem : check.problems()) {
        releases.computeIfAbsent(problem, first -> new ArrayList<>()).add(check.version());
      }
    }
    List<String> problems = new ArrayList<>();
    releases.forEach(
        (problem, versions) ->
            problems.add(library + " " + String.join(", ", versions) + ": " + problem));
    assertThat(problems).withFailMessage(() -> String.join("\n", problems)).isEmpty();
  }

  /** A name that is mistyped is in no release. */
  @Test
  void joinPoint_ofEachInstrumentation_isInSomeRelease() {
    Set<JoinPoint> found = new HashSet<>();
    checks.values().forEach(all -> all.forEach(check -> found.addAll(check.found())));
    Set<String> foundTexts = new HashSet<>();
    found.forEach(joinPoint -> foundTexts.add(joinPoint.toString()));
    Set<String> missing = new TreeSet<>();
    for (Instrumented instrumented : instrumentations) {
      for (JoinPoint joinPoint : instrumented.joinPoints()) {
        if (!foundTexts.contains(joinPoint.toString())) {
          missing.add(joinPoint.toString());
        }
      }
    }
    Set<String> unseen = new TreeSet<>();
    Libraries.ALL.forEach(library -> unseen.addAll(library.unseen()));
    assertThat(unseen).containsAll(missing);
    Libraries.ALL.stream()
        .filter(library -> !library.isJdk()) // an older JDK may be there
        .forEach(library -> assertThat(missing).containsAll(library.unseen()));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void table_ofWhatReleasesLack_holdsNothingMore(Library library) {
    assertThat(library.unused()).isEmpty();
  }

  /** A new look-up by name has to be listed, so that it is checked like all else. */
  @Test
  void lookupsByName_ofAllAdapters_areListed() {
    Set<String> lookingUp = new TreeSet<>();
    checks.values().forEach(all -> all.forEach(check -> lookingUp.addAll(check.lookingUp())));
    Set<String> listed = new TreeSet<>(Libraries.LOOKUPS_OF_WHAT_AN_OBJECT_HAS);
    Libraries.ALL.forEach(
        library -> library.lookups().forEach(lookup -> listed.add(lookup.agentClass())));
    assertThat(listed).containsAll(lookingUp);
  }

  static List<String> rows() {
    return Libraries.ALL.stream()
        .map(Library::row)
        .filter(row -> !row.isEmpty())
        .distinct()
        .toList();
  }

  /** What is said to be supported is what is checked. */
  @ParameterizedTest
  @MethodSource("rows")
  void compatibilityTable_releasesOfALibrary_areTheOnesChecked(String row) throws IOException {
    Set<String> supported = new TreeSet<>();
    for (Library library : Libraries.ALL) {
      if (library.row().equals(row)) {
        supported.addAll(library.supported());
      }
    }
    Set<String> documented = new TreeSet<>();
    for (Path page : pages()) {
      for (String line : Files.readAllLines(page)) {
        String[] cells = line.split("\\|");
        if (cells.length > 3 && cells[1].strip().equals(row)) {
          documented.addAll(Arrays.asList(cells[2].strip().split(" – ")));
        }
      }
    }
    assertThat(supported).as("releases in Libraries").isEqualTo(documented);
  }

  private static List<Path> pages() throws IOException {
    Path root = Path.of(System.getProperty("basedir", "."), "../..");
    List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }
}
