package io.sidelight.agent;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A JDK that tests start JVMs of: those named by {@code SIDELIGHT_TEST_JAVA_HOMES}, else the one
 * that runs the tests and, of 17 and 25, what is found beside it or where developers keep JDKs.
 */
public record JavaHome(int feature, Path path) {

  private static final List<Integer> WANTED = List.of(17, 25);
  private static final Map<Integer, JavaHome> FOUND = find();

  public static List<JavaHome> supported() {
    for (int wanted : WANTED) {
      if (!FOUND.containsKey(wanted)) {
        System.out.println("Skipped on Java " + wanted + ": no such JDK was found.");
      }
    }
    return FOUND.values().stream().filter(home -> home.feature >= 11).toList();
  }

  static List<JavaHome> tooOld() {
    return FOUND.values().stream().filter(home -> home.feature < 11).toList();
  }

  /** A program of this JDK, such as {@code javac}. */
  String tool(String name) {
    return path.resolve("bin").resolve(name).toString();
  }

  private static Map<Integer, JavaHome> find() {
    Map<Integer, JavaHome> found = new TreeMap<>();
    String named = System.getenv("SIDELIGHT_TEST_JAVA_HOMES");
    if (named != null && !named.isBlank()) {
      for (String home : named.split(File.pathSeparator)) {
        add(Path.of(home), found);
      }
      return found;
    }
    Path running = Path.of(System.getProperty("java.home"));
    add(running, found);
    int own = Runtime.version().feature();
    for (Path home : usualPlaces(running)) {
      add(home, found);
    }
    found
        .keySet()
        .removeIf(feature -> feature != own && feature >= 11 && !WANTED.contains(feature));
    return found;
  }

  private static List<Path> usualPlaces(Path running) {
    List<Path> homes = new ArrayList<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (name.startsWith("JAVA_HOME") && !value.isBlank()) {
                homes.add(Path.of(value));
              }
            });
    Path user = Path.of(System.getProperty("user.home"));
    for (Path folder :
        List.of(
            running.resolveSibling("."),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          entries.sorted().forEach(homes::add);
        } catch (IOException e) {
          System.out.println("Not searched for JDKs: " + e);
        }
      }
    }
    return homes;
  }

  private static void add(Path home, Map<Integer, JavaHome> found) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.exists(home.resolve("bin"))) {
      return;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(release)) {
      properties.load(in);
    } catch (IOException e) {
      System.out.println("Not taken for a JDK: " + e);
      return;
    }
    String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
    String[] parts = version.split("[.+_-]");
    if (parts.length > 0 && !parts[0].isEmpty()) {
      int feature = Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
      found.putIfAbsent(feature, new JavaHome(feature, home));
    }
  }

  @Override
  public String toString() {
    return "Java " + feature;
  }
}
