package io.sidelight.output;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;

/**
 * Whether a person is reading along.
 *
 * <p>On Linux the link of the descriptor in {@code /proc} answers for a few microseconds. Elsewhere
 * {@link System#console} is asked: it looks at standard input as well, so a process with input from
 * a file counts as no terminal, which costs only the prettier format. From Java 22 on it may be
 * there without a terminal, and is asked for that; it may load more of the JDK on such systems.
 */
public final class Terminal {

  private Terminal() {}

  /**
   * Whether that destination is a terminal. A file never is. Never throws.
   *
   * @param destination {@code stdout}, {@code stderr} or a path
   */
  public static boolean isTerminal(String destination) {
    try {
      if (destination.equals(OutputSettings.STDOUT)) {
        return isTerminal(1);
      }
      return destination.equals(OutputSettings.STDERR) && isTerminal(2);
    } catch (Throwable unknown) {
      Diagnostics.rethrowFatal(unknown);
      return false;
    }
  }

  private static boolean isTerminal(int descriptor) throws IOException {
    File link = new File("/proc/self/fd/".concat(Integer.toString(descriptor)));
    if (new File("/proc/self/fd").isDirectory()) {
      String device = link.getCanonicalPath();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    }
    return consoleIsTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // what a console says of itself is asked below
  private static boolean consoleIsTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method isTerminal = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(isTerminal.invoke(console));
    } catch (ReflectiveOperationException beforeJava22) {
      return true;
    }
  }
}
