package io.sidelight.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How each kind of server is laid out in a work folder, started, and found to be ready. */
final class Launch {

  private static final Path FILES = Path.of("src/test/files").toAbsolutePath();
  private static final int BIG_FILE = 1 << 20;
  private static final Pattern PORT = Pattern.compile("http-nio-auto-1-(\\d+)");

  private Launch() {}

  /** Prepares the work folder and gives the command line after the options of the JVM. */
  static List<String> command(Target target, Path work) throws IOException {
    return switch (target.kind()) {
      case EMBEDDED -> embedded(target, work);
      case STANDALONE -> standalone(target, work);
      case SPRING_BOOT -> springBoot(target, work);
    };
  }

  static String contextPath(Target target) {
    return target.kind() == Target.Kind.STANDALONE ? "/contract" : "";
  }

  static int port(Target target, Path work, AgentJvm jvm) {
    if (target.kind() == Target.Kind.STANDALONE) {
      jvm.await(
          "the end of start-up", () -> jvm.text("stderr").contains("Server startup in") ? 1 : null);
      Matcher port = PORT.matcher(jvm.text("stderr"));
      if (!port.find()) {
        throw new AssertionError("no port in " + work.resolve("stderr"));
      }
      return Integer.parseInt(port.group(1));
    }
    return jvm.await("the port", () -> readPort(work.resolve("port")));
  }

  private static List<String> embedded(Target target, Path work) throws IOException {
    Path files = work.resolve("files");
    staticFiles(files);
    return List.of(
        "-cp",
        target.classPath(),
        "io.sidelight.tests.app.EmbeddedTomcatMain",
        work.toString(),
        files.toString(),
        AccessLog.PATTERN);
  }

  private static List<String> standalone(Target target, Path work) throws IOException {
    Path home = target.folder().resolve("apache-tomcat-" + target.version());
    Path base = work.resolve("base");
    for (String folder : List.of("conf", "temp", "logs", "work")) {
      Files.createDirectories(base.resolve(folder));
    }
    for (String file : List.of("web.xml", "logging.properties", "catalina.properties")) {
      Files.copy(home.resolve("conf").resolve(file), base.resolve("conf").resolve(file));
    }
    String server = Files.readString(FILES.resolve("server.xml"));
    Files.writeString(
        base.resolve("conf/server.xml"),
        server
            .replace("@PATTERN@", AccessLog.PATTERN)
            .replace("@LOGS@", work.resolve("logs").toString())
            .replace("@HOME_APPS@", home.resolve("webapps").toString()));
    Path application = base.resolve("webapps/contract");
    staticFiles(application);
    Files.createDirectories(application.resolve("WEB-INF/lib"));
    Files.copy(target.application(), application.resolve("WEB-INF/lib/server-app.jar"));
    Files.copy(FILES.resolve("web.xml"), application.resolve("WEB-INF/web.xml"));
    return List.of(
        "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
        "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
        "-Dcatalina.base=" + base,
        "-Dcatalina.home=" + home,
        "-Djava.io.tmpdir=" + base.resolve("temp"),
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
        "-cp",
        home.resolve("bin/bootstrap.jar")
            + java.io.File.pathSeparator
            + home.resolve("bin/tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  private static List<String> springBoot(Target target, Path work) {
    // The server of Spring Boot has native code of its own, and newer JDKs warn of it.
    String nativeAccess =
        target.jdk().feature() < 24
            ? "-Dcontract.native=default"
            : "--enable-native-access=ALL-UNNAMED";
    return List.of(
        nativeAccess,
        "-Dcontract.work=" + work,
        "-jar",
        target.application().toString(),
        "--server.port=0",
        "--server.http2.enabled=true",
        "--server.tomcat.basedir=" + work,
        "--server.tomcat.accesslog.enabled=true",
        "--server.tomcat.accesslog.directory=logs",
        "--server.tomcat.accesslog.prefix=access",
        "--server.tomcat.accesslog.suffix=.log",
        "--server.tomcat.accesslog.rotate=false",
        "--server.tomcat.accesslog.buffered=false",
        "--server.tomcat.accesslog.pattern=" + AccessLog.PATTERN);
  }

  private static void staticFiles(Path folder) throws IOException {
    Path statics = Files.createDirectories(folder.resolve("static"));
    Files.writeString(statics.resolve("small.txt"), "small file");
    Files.writeString(statics.resolve("index.html"), "<p>welcome</p>");
    byte[] big = new byte[BIG_FILE];
    Arrays.fill(big, (byte) 'b');
    Files.write(statics.resolve("big.bin"), big);
  }

  private static Integer readPort(Path file) {
    try {
      return Files.exists(file) ? Integer.valueOf(Files.readString(file)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
