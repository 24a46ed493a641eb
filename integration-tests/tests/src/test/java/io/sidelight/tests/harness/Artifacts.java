package io.sidelight.tests.harness;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Servers and libraries by their Maven coordinates, which are resolved as the build resolves its
 * own: from the local repository, or from where the user's settings say.
 *
 * <p>Coordinates are {@code group:artifact[:extension[:classifier]]:version}.
 */
public final class Artifacts {

  private static final Map<List<String>, List<Path>> RESOLVED = new ConcurrentHashMap<>();

  private Artifacts() {}

  /** The artifacts with all that they depend on at run time, as a class path. */
  public static String classPath(String... coordinates) {
    return join(resolve(coordinates));
  }

  /** The same with other jars or folders in front. */
  public static String classPath(List<Path> first, String... coordinates) {
    return join(Stream.concat(first.stream(), resolve(coordinates).stream()).toList());
  }

  /**
   * The same without one that they depend on, and without what that alone brings.
   *
   * @param without {@code group:artifact}
   */
  public static String classPathWithout(String without, List<Path> first, String... coordinates) {
    List<String> key =
        Stream.concat(Stream.of(coordinates), Stream.of("without", without)).toList();
    List<Path> resolved =
        RESOLVED.computeIfAbsent(
            key, unknown -> withDependencies(List.of(coordinates), List.of(exclusion(without))));
    return join(Stream.concat(first.stream(), resolved.stream()).toList());
  }

  private static Exclusion exclusion(String artifact) {
    int colon = artifact.indexOf(':');
    return new Exclusion(artifact.substring(0, colon), artifact.substring(colon + 1), "*", "*");
  }

  /** The artifacts with all that they depend on at run time. */
  public static List<Path> resolve(String... coordinates) {
    return RESOLVED.computeIfAbsent(List.of(coordinates), key -> withDependencies(key, List.of()));
  }

  /** One artifact alone. */
  public static Path file(String coordinates) {
    return RESOLVED
        .computeIfAbsent(List.of(coordinates, "alone"), key -> List.of(alone(coordinates)))
        .get(0);
  }

  /**
   * An archive's content, in a folder that is shared by all tests, those of other processes too,
   * and must not be changed.
   */
  public static Path unpacked(String coordinates) {
    Path folder = Settings.containers().resolve(coordinates.replaceAll("[^A-Za-z0-9.]+", "-"));
    if (!Files.exists(folder)) {
      try {
        Path unfinished = Files.createTempDirectory(Settings.containers(), "unpacking-");
        unzip(file(coordinates), unfinished);
        move(unfinished, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static void move(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
      // Another process was first; what is left over goes with the next clean build.
    }
  }

  public static void unzip(Path archive, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException(entry.getName() + " leaves the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy((InputStream) in, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static List<Path> withDependencies(List<String> coordinates, List<Exclusion> exclusions) {
    try (Context context = context()) {
      CollectRequest collect = new CollectRequest();
      collect.setRepositories(context.remoteRepositories());
      for (String artifact : coordinates) {
        collect.addDependency(
            new Dependency(new DefaultArtifact(artifact), "runtime", false, exclusions));
      }
      List<Path> files = new ArrayList<>();
      for (ArtifactResult result :
          context
              .repositorySystem()
              .resolveDependencies(
                  context.repositorySystemSession(), new DependencyRequest(collect, null))
              .getArtifactResults()) {
        files.add(result.getArtifact().getFile().toPath());
      }
      return files;
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException(coordinates + " can't be resolved", e);
    }
  }

  private static Path alone(String coordinates) {
    try (Context context = context()) {
      ArtifactRequest request =
          new ArtifactRequest(new DefaultArtifact(coordinates), context.remoteRepositories(), null);
      return context
          .repositorySystem()
          .resolveArtifact(context.repositorySystemSession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new IllegalStateException(coordinates + " can't be resolved", e);
    }
  }

  private static Context context() {
    return Runtimes.INSTANCE
        .getRuntime()
        .create(
            ContextOverrides.create()
                .withUserSettings(true)
                .withLocalRepositoryOverride(Settings.localRepository())
                .build());
  }

  public static String join(List<Path> path) {
    return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
