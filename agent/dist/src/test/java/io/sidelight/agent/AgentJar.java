package io.sidelight.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** The jar as built, and spoilt copies of it. */
final class AgentJar {

  private AgentJar() {}

  static Path path() {
    return Path.of(System.getProperty("test.agent.jar"));
  }

  /** The option that starts it. */
  static String option() {
    return "-javaagent:" + path();
  }

  static Path copyTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    return Files.copy(path(), folder.resolve("sidelight-agent.jar"));
  }

  static Path copyWithout(String entry, Path folder) throws IOException {
    Path copy = folder.resolve("spoilt.jar");
    try (JarFile jar = new JarFile(path().toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream out = new JarOutputStream(file)) {
      for (JarEntry each : jar.stream().filter(e -> !e.getName().equals(entry)).toList()) {
        out.putNextEntry(new JarEntry(each.getName()));
        jar.getInputStream(each).transferTo(out);
      }
    }
    return copy;
  }
}
