package io.sidelight.tests.harness;

import io.sidelight.tests.server.RunningService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM is started with besides its program.
 *
 * @param jar the agent's, null for a JVM without it
 * @param options of the agent ({@code name=value})
 * @param before other options of the JVM, left of the agent on the command line
 * @param after the same, right of it
 * @param stdout where standard output goes
 */
public record Setup(
    @Nullable Path jar,
    List<String> options,
    List<String> before,
    List<String> after,
    Stdout stdout) {

  public enum Stdout {
    /** The file {@code stdout} of the work folder. */
    FILE,
    /** A pipe that the test reads, or doesn't. */
    PIPE,
    /** Closed before the JVM starts. */
    CLOSED
  }

  public static Setup withoutAgent() {
    return new Setup(null, List.of(), List.of(), List.of(), Stdout.FILE);
  }

  /** The agent under test; options are added to those that the contract counts on. */
  public static Setup agent(String... options) {
    return agent(Settings.agentJar(), options);
  }

  /** Another jar in place of the one under test. */
  public static Setup agent(Path jar, String... options) {
    List<String> all = new ArrayList<>();
    all.add("slow.request=" + RunningService.SLOW_MS + "ms");
    all.add("requests.ignore=**" + RunningService.IGNORED + "**");
    all.add("debug.from=127.0.0.1,::1");
    all.add("debug.secret=" + IssuedToken.SECRET);
    all.addAll(List.of(options));
    return new Setup(jar, all, List.of(), List.of(), Stdout.FILE);
  }

  public Setup before(String... jvmOptions) {
    return new Setup(jar, options, List.of(jvmOptions), after, stdout);
  }

  public Setup after(String... jvmOptions) {
    return new Setup(jar, options, before, List.of(jvmOptions), stdout);
  }

  /** Has the JVM compile early with its optimizing compiler. */
  public Setup optimized() {
    List<String> options = new ArrayList<>(before);
    options.addAll(List.of("-XX:TieredStopAtLevel=4", "-XX:CompileThresholdScaling=0.02"));
    return new Setup(jar, this.options, options, after, stdout);
  }

  public Setup stdout(Stdout to) {
    return new Setup(jar, options, before, after, to);
  }

  /** What stands between {@code java} and the program. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>(before);
    if (jar != null) {
      arguments.add("-javaagent:" + jar + "=" + String.join(";", options));
    }
    arguments.addAll(after);
    return arguments;
  }
}
