package io.sidelight.agent;

import org.jspecify.annotations.Nullable;

/** What a service is called when nobody named it: its jar, or else its main class. */
final class ServiceName {

  private static final String JAR = ".jar";

  private ServiceName() {}

  /**
   * @param command {@code sun.java.command}: a jar's path, a class or {@code module/class}, then
   *     arguments; null where the JVM doesn't tell
   * @param classPath {@code java.class.path}, which is the jar's path, blanks and all, for {@code
   *     java -jar}
   */
  static @Nullable String of(@Nullable String command, @Nullable String classPath) {
    if (command == null || command.isEmpty()) {
      return null;
    }
    if (classPath != null && classPath.endsWith(JAR) && command.startsWith(classPath)) {
      int slash = Math.max(classPath.lastIndexOf('/'), classPath.lastIndexOf('\\'));
      return classPath.substring(slash + 1, classPath.length() - JAR.length());
    }
    int blank = command.indexOf(' ');
    String main = blank < 0 ? command : command.substring(0, blank);
    return main.substring(main.indexOf('/') + 1);
  }
}
