package io.sidelight.weaver;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Libraries by their Maven coordinates, resolved as the build resolves its own: from the local
 * repository, or from where the user's settings say.
 */
final class Jars {

  private Jars() {}

  /** The artifacts with all that they depend on at run time. */
  static List<Path> of(Context context, List<String> artifacts) {
    CollectRequest collect = new CollectRequest();
    collect.setRepositories(context.remoteRepositories());
    for (String artifact : artifacts) {
      collect.addDependency(new Dependency(new DefaultArtifact(artifact), "runtime"));
    }
    try {
      List<Path> jars = new ArrayList<>();
      for (ArtifactResult result :
          context
              .repositorySystem()
              .resolveDependencies(
                  context.repositorySystemSession(), new DependencyRequest(collect, null))
              .getArtifactResults()) {
        Path file = result.getArtifact().getFile().toPath();
        if (file.toString().endsWith(".jar")) {
          jars.add(file);
        }
      }
      return jars;
    } catch (DependencyResolutionException e) {
      throw new IllegalStateException(artifacts + " can't be resolved", e);
    }
  }

  /** To be closed by the caller. */
  static Context context() {
    String repository = System.getProperty("test.local.repository");
    ContextOverrides.Builder overrides = ContextOverrides.create().withUserSettings(true);
    if (repository != null) {
      overrides.withLocalRepositoryOverride(Path.of(repository));
    }
    return Runtimes.INSTANCE.getRuntime().create(overrides.build());
  }
}
