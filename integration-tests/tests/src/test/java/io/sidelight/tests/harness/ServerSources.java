package io.sidelight.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The programs under {@code src/test/servers}, one for each kind of server. They are compiled
 * against the very release that they run with, in its servlet namespace, so a server of another
 * generation needs no module of its own. They are written for {@code jakarta}.
 */
public final class ServerSources {

  private static final Path SOURCES = Path.of("src/test/servers").toAbsolutePath();
  private static final Map<String, String> JAVAX =
      Map.of("jakarta.servlet", "javax.servlet", "jakarta.ws.rs", "javax.ws.rs");
  private static final Map<String, Path> COMPILED = new ConcurrentHashMap<>();

  private ServerSources() {}

  /**
   * Compiles a class and those of the folder that it uses.
   *
   * @param className with its package
   * @return the folder with the classes
   */
  public static Path compile(String className, boolean javax, String classPath) {
    return compile(className, javax ? JAVAX : Map.of(), classPath);
  }

  /**
   * The same for libraries that have several generations of a class side by side.
   *
   * @param renamed package names in the sources and what to compile them with instead
   */
  public static Path compile(String className, Map<String, String> renamed, String classPath) {
    return COMPILED.computeIfAbsent(
        className + renamed + classPath,
        key -> {
          try {
            Path folder = Files.createTempDirectory(Settings.containers(), "compiled-");
            compile(className, renamed, classPath, folder);
            return folder;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void compile(
      String className, Map<String, String> renamed, String classPath, Path folder)
      throws IOException {
    Path sources = renamed.isEmpty() ? SOURCES : rename(renamed, folder.resolve("sources"));
    List<String> arguments =
        List.of(
            "-d",
            folder.toString(),
            "--release",
            "17",
            "-proc:none",
            "-nowarn",
            "-sourcepath",
            sources.toString(),
            "-cp",
            classPath,
            sources.resolve(className.replace('.', '/') + ".java").toString());
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    if (failed != 0) {
      throw new IllegalStateException(className + " does not compile with " + classPath);
    }
  }

  private static Path rename(Map<String, String> packages, Path folder) throws IOException {
    List<Path> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
    }
    for (Path source : sources) {
      Path renamed = folder.resolve(SOURCES.relativize(source).toString());
      Files.createDirectories(renamed.getParent());
      String text = Files.readString(source);
      for (Map.Entry<String, String> name : packages.entrySet()) {
        text = text.replace(name.getKey(), name.getValue());
      }
      Files.writeString(renamed, text);
    }
    return folder;
  }
}
