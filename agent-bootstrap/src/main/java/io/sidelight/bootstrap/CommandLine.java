package io.sidelight.bootstrap;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** Hands {@code java -jar sidelight-agent.jar} over to the commands behind the agent's loader. */
final class CommandLine {

  private static final int USAGE = 2;

  private CommandLine() {}

  /** Runs a command and returns its exit code. */
  static int run(String[] arguments) {
    try {
      return (Integer)
          AgentClassLoader.open()
              .loadClass("io.sidelight.agent.CommandLine")
              .getMethod("run", String[].class)
              .invoke(null, (Object) arguments);
    } catch (InvocationTargetException e) {
      System.err.println("sidelight: " + e.getCause());
      return USAGE;
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      System.err.println("sidelight: " + e);
      return USAGE;
    }
  }
}
