package io.sidelight.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own, free of the options of the one that tests. Not reusable. */
final class Child {

  private static final long MINUTES = 2;

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment;
  private final ProcessBuilder builder;
  private final Path folder;

  private Child(Path folder, String program) {
    this.folder = folder;
    command.add(program);
    builder = new ProcessBuilder(command).directory(folder.toFile());
    environment = builder.environment();
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("SIDELIGHT_")
                    || name.endsWith("JAVA_OPTIONS")
                    || name.equals("JAVA_TOOL_OPTIONS")
                    || name.equals("CLASSPATH"));
  }

  /**
   * A JVM; the class path holds the programs of {@code sample.app}, and classes by the agent's
   * names that must not get in its way.
   */
  static Child java(JavaHome home, Path folder) {
    return tool(home, "java", folder)
        .with("-cp", testClasses() + File.pathSeparator + testClasses().resolveSibling("classes"));
  }

  static Child tool(JavaHome home, String name, Path folder) {
    return new Child(folder, home.tool(name));
  }

  Child with(String... arguments) {
    command.addAll(List.of(arguments));
    return this;
  }

  Child environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs it to its end. */
  Result run() throws IOException, InterruptedException {
    File out = File.createTempFile("out", ".txt", folder.toFile());
    File err = File.createTempFile("err", ".txt", folder.toFile());
    Process process = builder.redirectOutput(out).redirectError(err).start();
    process.getOutputStream().close();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("still running after " + MINUTES + " minutes: " + command);
    }
    return new Result(process.exitValue(), text(out), text(err));
  }

  /** Starts it with pipes, for a test that talks to it. */
  Process start(File err) throws IOException {
    return builder.redirectError(err).start();
  }

  private static Path testClasses() {
    return AgentJar.path().resolveSibling("test-classes");
  }

  private static String text(File file) throws IOException {
    return new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1);
  }

  /** How it ended and what it wrote, each byte as one character. */
  record Result(int exit, String out, String err) {}
}
