package io.sidelight.bootstrap;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * Entry points of the agent jar. Whatever happens in here, the application starts: nothing is
 * thrown, and what went wrong is one line on standard error.
 */
public final class Premain {

  private static boolean started;

  private Premain() {}

  /** {@code -javaagent:sidelight-agent.jar[=k=v;k=v]}. Called by the JVM before {@code main}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** Attached to a running JVM. Called by the JVM on its attach thread. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** {@code java -jar sidelight-agent.jar <command>}. */
  public static void main(String[] arguments) {
    if (JavaVersion.tooOld()) {
      System.err.println(JavaVersion.complaint());
      System.exit(2);
    }
    System.exit(CommandLine.run(arguments));
  }

  private static void start(@Nullable String arguments, Instrumentation instrumentation) {
    long startNanos = System.nanoTime();
    try {
      if (!first()) {
        return;
      }
      if (JavaVersion.tooOld()) {
        System.err.println(JavaVersion.complaint() + " The application starts without it.");
        return;
      }
      if (JdkTool.isRunning() || Switch.isOff(arguments)) {
        return;
      }
      AgentClassLoader.open()
          .loadClass("io.sidelight.agent.Agent")
          .getMethod("start", String.class, Instrumentation.class, long.class)
          .invoke(null, arguments, instrumentation, startNanos);
    } catch (InvocationTargetException e) {
      tell(e.getCause());
    } catch (Throwable e) {
      tell(e);
    }
  }

  /** A second {@code -javaagent} of the same jar, or an attach on top of it, changes nothing. */
  private static synchronized boolean first() {
    boolean first = !started;
    started = true;
    return first;
  }

  private static void tell(@Nullable Throwable thrown) {
    System.err.println("sidelight: could not start, the application goes on without it: " + thrown);
    if (thrown instanceof SecurityException) {
      System.err.println(
          "sidelight: under a security manager the policy has to grant the agent's jar"
              + " java.security.AllPermission.");
    }
  }
}
