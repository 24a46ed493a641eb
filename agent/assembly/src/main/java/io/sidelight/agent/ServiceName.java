package io.sidelight.agent;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The name of the service when nobody configured one: {@code spring.application.name} as the JVM
 * was started with it, else the jar without its version, else the main class. A program that only
 * starts others ({@link Launchers}) never lends its name. What Spring itself finds in its files
 * comes later, through {@link io.sidelight.output.ServiceLabel#applicationIs}.
 */
final class ServiceName {

  private static final String SPRING_NAME = "spring.application.name";
  private static final String SPRING_ARGUMENT = " --" + SPRING_NAME + "=";
  private static final String SPRING_VARIABLE = "SPRING_APPLICATION_NAME";

  private final String command;
  private final String classPath;
  private final UnaryOperator<@Nullable String> properties;
  private final UnaryOperator<@Nullable String> variables;

  /**
   * @param properties the system properties: {@code sun.java.command} is a jar's path, a class or
   *     {@code module/class}, then arguments, and missing where the JVM has none; {@code
   *     java.class.path} is the jar's path, blanks and all, for {@code java -jar}
   * @param variables the environment
   */
  ServiceName(
      UnaryOperator<@Nullable String> properties, UnaryOperator<@Nullable String> variables) {
    this.properties = properties;
    this.variables = variables;
    this.command = orEmpty(properties.apply("sun.java.command"));
    this.classPath = orEmpty(properties.apply("java.class.path"));
  }

  /** The name for the JVM that runs, null if there is none that would be true. */
  static @Nullable String ofThisJvm() {
    return new ServiceName(System::getProperty, System::getenv).find();
  }

  /** Whether the JVM that runs is a server, whose applications have names of their own. */
  static boolean isServer() {
    return new ServiceName(System::getProperty, System::getenv).server() != null;
  }

  @Nullable String find() {
    String spring = springName();
    if (spring != null) {
      return spring;
    }
    Launchers.Server server = server();
    if (server != null) {
      return server.instance(properties);
    }
    String jar = jar();
    return jar == null ? mainClass() : Launchers.ofJar(jar);
  }

  /** In Spring's own order: argument, system property, environment variable. */
  private @Nullable String springName() {
    int argument = command.indexOf(SPRING_ARGUMENT);
    if (argument >= 0) {
      String name = word(command, argument + SPRING_ARGUMENT.length());
      if (!name.isEmpty()) {
        return name;
      }
    }
    String property = orEmpty(properties.apply(SPRING_NAME)).trim();
    String name = property.isEmpty() ? orEmpty(variables.apply(SPRING_VARIABLE)).trim() : property;
    return name.isEmpty() || name.contains("${") ? null : name;
  }

  private Launchers.@Nullable Server server() {
    String jar = jar();
    return Launchers.server(jar == null ? main() : fileName(jar));
  }

  /** The path of the jar that the JVM was started from, null if it was started from a class. */
  private @Nullable String jar() {
    boolean whole =
        !classPath.isEmpty()
            && command.startsWith(classPath)
            && (command.length() == classPath.length()
                || command.charAt(classPath.length()) == ' ');
    return whole && JarName.isArchive(classPath) ? classPath : null;
  }

  private @Nullable String mainClass() {
    String main = main();
    if (main.isEmpty()) {
      return null;
    }
    int arguments = command.indexOf(' ');
    String first = arguments < 0 ? "" : word(command, arguments + 1);
    return Launchers.ofClass(main, first, classPath);
  }

  /** The class without its module. */
  private String main() {
    String first = word(command, 0);
    return first.substring(first.indexOf('/') + 1);
  }

  private static String word(String text, int from) {
    int blank = text.indexOf(' ', from);
    return text.substring(from, blank < 0 ? text.length() : blank);
  }

  static String fileName(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
