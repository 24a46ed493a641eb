package io.sidelight.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

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

  /** The jar of another agent, whose class is on the class path. */
  static Path ofTest(String premainClass, Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", premainClass);
    Path jar = folder.resolve("other-agent.jar");
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
    return jar;
  }
}
