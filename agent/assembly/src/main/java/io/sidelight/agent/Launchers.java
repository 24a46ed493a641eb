package io.sidelight.agent;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Programs that start others: servers, frameworks, build tools, test runners, interpreters. Their
 * class or jar is the same for every service, so that it must name none. What they start has a name
 * where it is sure and cheap to find; otherwise there is none.
 */
final class Launchers {

  /** A server, by its main class or jar, and the property that holds its instance's folder. */
  enum Server {
    TOMCAT("org.apache.catalina.startup.Bootstrap", "bootstrap.jar", "catalina.base"),
    JETTY("org.eclipse.jetty.start.Main", "start.jar", "jetty.base"),
    JETTY_FORKED("org.eclipse.jetty.xml.XmlConfiguration", "jetty-xml.jar", "jetty.base"),
    WILDFLY("org.jboss.modules.Main", "jboss-modules.jar", "jboss.home.dir"),
    GLASSFISH(
        "com.sun.enterprise.glassfish.bootstrap.ASMain",
        "glassfish.jar",
        "com.sun.aas.instanceRoot"),
    WEBLOGIC("weblogic.Server", "weblogic.jar", "weblogic.Name"),
    KARAF("org.apache.karaf.main.Main", "org.apache.karaf.main.jar", "karaf.base");

    private final String mainClass;
    private final String jar;
    private final String folder;

    Server(String mainClass, String jar, String folder) {
      this.mainClass = mainClass;
      this.jar = jar;
      this.folder = folder;
    }

    /** Name of the instance's folder, without a version: {@code orders} in {@code /srv/orders}. */
    @Nullable String instance(UnaryOperator<@Nullable String> properties) {
      String path = properties.apply(folder);
      String name = path == null ? "" : new File(path).getName();
      return name.isEmpty() || name.equals(".") || name.equals("..")
          ? null
          : JarName.withoutVersion(name);
    }
  }

  private static final String QUARKUS_JAR = "quarkus-run.jar";
  private static final String BOOT_LOADER = "org.springframework.boot.loader.";
  private static final String SOURCE_LAUNCHER = "com.sun.tools.javac.launcher.";
  private static final String JAVA = ".java";

  /** Main classes that are followed by the one they start. */
  private static final String[] FOLLOWED_BY_CLASS = {
    "com.intellij.rt.execution.application.AppMain",
    "org.tanukisoftware.wrapper.WrapperSimpleApp",
    "org.tanukisoftware.wrapper.WrapperStartStopApp",
  };

  /** What the main classes of other launchers begin with. */
  private static final String[] CLASSES = {
    BOOT_LOADER,
    "org.springframework.boot.devtools.",
    "io.quarkus.",
    "io.micronaut.",
    "io.helidon.",
    "io.vertx.core.Launcher",
    "io.vertx.launcher.",
    "play.core.server.",
    "org.apache.catalina.startup.",
    "org.apache.tomee.",
    "org.apache.openejb.",
    "org.apache.felix.main.",
    "org.apache.karaf.",
    "org.apache.commons.daemon.",
    "org.apache.maven.surefire.",
    "org.apache.maven.wrapper.",
    "org.codehaus.plexus.classworlds.",
    "org.codehaus.groovy.",
    "org.eclipse.core.launcher.",
    "org.eclipse.equinox.",
    "org.eclipse.jdt.internal.junit.",
    "org.eclipse.jetty.runner.",
    "org.eclipse.jetty.start.",
    "org.glassfish.",
    "org.gradle.",
    "org.jboss.",
    "org.jetbrains.",
    "org.jruby.",
    "org.junit.platform.console.",
    "org.mvndaemon.",
    "org.osgi.",
    "org.python.",
    "org.tanukisoftware.",
    "org.testng.",
    "org.wildfly.",
    "aQute.",
    "clojure.main",
    "com.amazonaws.services.lambda.",
    "com.caucho.",
    "com.google.apphosting.",
    "com.ibm.ws.",
    "com.intellij.",
    "com.sun.enterprise.",
    "com.sun.tools.",
    "fish.payara.",
    "groovy.ui.",
    "kotlin.",
    "lambdainternal.",
    "org.jetbrains.kotlin.",
    "sbt.",
    "scala.",
    "weblogic.",
    "worker.org.gradle.",
    "xsbt.",
  };

  /** What the jars of other launchers begin with. */
  private static final String[] JARS = {
    "felix.jar",
    "gradle-",
    "jetty-runner",
    "junit-platform-console-standalone",
    "maven-wrapper",
    "org.eclipse.equinox.launcher",
    "payara-micro",
    "plexus-classworlds",
    "sbt-launch",
    "surefirebooter",
    "webapp-runner",
    "ws-server.jar",
  };

  private Launchers() {}

  /** The server with this main class or jar (without folders), or null. */
  static @Nullable Server server(String main) {
    for (Server server : Server.values()) {
      if (main.equals(server.mainClass) || main.equals(server.jar)) {
        return server;
      }
    }
    return null;
  }

  /** The name of what the jar starts, null if there is none that is sure. */
  static @Nullable String ofJar(String path) {
    String file = ServiceName.fileName(path);
    if (file.equals(QUARKUS_JAR)) {
      return quarkusApplication(new File(path).getAbsoluteFile().getParentFile());
    }
    return startsWithAny(file, JARS) ? null : JarName.withoutVersion(file);
  }

  /**
   * The name of what a main class starts, null if there is none that is sure.
   *
   * @param first its first argument, or empty
   */
  static @Nullable String ofClass(String main, String first, String classPath) {
    if (main.startsWith(SOURCE_LAUNCHER)) {
      String file = ServiceName.fileName(first);
      return file.endsWith(JAVA) ? file.substring(0, file.length() - JAVA.length()) : null;
    }
    if (startsWithAny(main, FOLLOWED_BY_CLASS)) {
      return first.isEmpty() ? null : first;
    }
    if (main.startsWith(BOOT_LOADER)) {
      return bootApplication(classPath);
    }
    return startsWithAny(main, CLASSES) ? null : main;
  }

  /** A Quarkus application in its usual layout is the only jar in folder {@code app}. */
  private static @Nullable String quarkusApplication(@Nullable File folder) {
    String[] jars =
        folder == null
            ? null
            : new File(folder, "app").list((parent, name) -> JarName.isArchive(name));
    return jars != null && jars.length == 1 ? JarName.withoutVersion(jars[0]) : null;
  }

  /** The main class of a Spring Boot application that was unpacked, by its manifest. */
  private static @Nullable String bootApplication(String classPath) {
    int separator = classPath.indexOf(File.pathSeparatorChar);
    String folder = separator < 0 ? classPath : classPath.substring(0, separator);
    File manifest = new File(folder.isEmpty() ? "." : folder, "META-INF/MANIFEST.MF");
    if (!manifest.isFile()) {
      return null;
    }
    try (InputStream in = new FileInputStream(manifest)) {
      return new Manifest(in).getMainAttributes().getValue("Start-Class");
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean startsWithAny(String name, String[] beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
