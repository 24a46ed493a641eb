package io.sidelight.tests.server;

import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How the Spring Boot application starts: as the jar that the build has made, or with its classes
 * and a class path of artifacts, which brings another server without a module of its own. Servers
 * add the options that they are configured by.
 */
public final class BootApplication {

  private static final String BOOT = "org.springframework.boot:spring-boot-starter";

  private BootApplication() {}

  public static boolean javax(String version) {
    return version.startsWith("2.");
  }

  static List<String> ofJar(TestedRelease target, Path work) throws IOException {
    return List.of(
        workFolder(work),
        "-jar",
        application(target, "boot-app.jar").toString(),
        "--server.port=0",
        statics(work));
  }

  /**
   * @param starters coordinates that bring Spring MVC and a server
   */
  static List<String> ofClassPath(TestedRelease target, Path work, String... starters)
      throws IOException {
    return ofClasses(work, Artifacts.classPath(List.of(application(target, "classes")), starters));
  }

  private static List<String> ofClasses(Path work, String classPath) throws IOException {
    return List.of(
        workFolder(work),
        "-cp",
        classPath,
        "io.sidelight.tests.boot.BootApplication",
        "--server.port=0",
        statics(work));
  }

  /** The web starter with another logging library in place of Logback. */
  public static List<String> withLogging(TestedRelease target, Path work, String library)
      throws IOException {
    String starter = BOOT + (target.version().startsWith("4.") ? "-webmvc:" : "-web:");
    return ofClasses(
        work,
        Artifacts.classPathWithout(
            BOOT + "-logging",
            List.of(application(target, "classes")),
            starter + target.version(),
            library));
  }

  /** What the web starter is made of, with another server in place of Tomcat. */
  static List<String> withServer(TestedRelease target, Path work, String server)
      throws IOException {
    String boot = target.version();
    return ofClassPath(
        target,
        work,
        BOOT + ":" + boot,
        BOOT + "-json:" + boot,
        "org.springframework:spring-webmvc:" + (javax(boot) ? "5.3.31" : "6.2.19"),
        BOOT + "-" + server + ":" + boot);
  }

  private static String workFolder(Path work) {
    return "-Dcontract.work=" + work;
  }

  private static Path application(TestedRelease target, String file) {
    return Settings.application(target.javax() ? "spring-boot-2.7-app" : "spring-boot-3-app", file);
  }

  private static String statics(Path work) throws IOException {
    Path files = work.resolve("files");
    StaticFiles.write(files);
    return "--spring.web.resources.static-locations=file:" + files + "/";
  }
}
