package io.sidelight.tests.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java installations to test on: those named by {@code SIDELIGHT_TEST_JAVA_HOMES} (separated
 * like a class path), else the running one and, of the versions that the project is tested on, the
 * first one found in the usual places.
 */
public final class Jdks {

  private static final Set<Integer> TESTED = Set.of(17, 25);

  private Jdks() {}

  /** One for each feature version, oldest first; never empty. */
  public static List<Jdk> all() {
    Map<Integer, Jdk> found = new TreeMap<>();
    String named = System.getenv("SIDELIGHT_TEST_JAVA_HOMES");
    if (named != null && !named.isBlank()) {
      for (String home : named.split(File.pathSeparator)) {
        Jdk jdk = read(Path.of(home));
        if (jdk == null) {
          throw new IllegalStateException("not a Java installation: " + home);
        }
        found.putIfAbsent(jdk.feature(), jdk);
      }
      return List.copyOf(found.values());
    }
    found.put(running().feature(), running());
    for (Path home : candidates()) {
      Jdk jdk = read(home);
      if (jdk != null && TESTED.contains(jdk.feature())) {
        found.putIfAbsent(jdk.feature(), jdk);
      }
    }
    return List.copyOf(found.values());
  }

  /** The newest of {@link #all}. */
  public static Jdk newest() {
    List<Jdk> all = all();
    return all.get(all.size() - 1);
  }

  /** The one that runs the tests. */
  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  private static List<Path> candidates() {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
              }
            });
    Path user = Path.of(System.getProperty("user.home"));
    addChildren(homes, Path.of(System.getProperty("java.home")).getParent(), "");
    addChildren(homes, Path.of("/usr/lib/jvm"), "");
    addChildren(homes, user.resolve(".sdkman/candidates/java"), "");
    addChildren(homes, user.resolve(".jdks"), "");
    addChildren(homes, Path.of("/Library/Java/JavaVirtualMachines"), "Contents/Home");
    return homes;
  }

  private static void addChildren(List<Path> homes, @Nullable Path folder, String inside) {
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> children = Files.list(folder)) {
      children.sorted().map(child -> child.resolve(inside)).forEach(homes::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null when there is no usable installation; version from its {@code release} file. */
  private static @Nullable Jdk read(Path home) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.exists(new Jdk(0, home).java())) {
      return null;
    }
    Properties properties = new Properties();
    try (var in = Files.newInputStream(release)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    if (version.isEmpty() || version.startsWith("1.")) {
      return null;
    }
    return new Jdk(Runtime.Version.parse(version).feature(), home);
  }
}
