package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution of Tomcat with the contract application deployed beside its own. */
final class StandaloneTomcat implements ServiceUnderTest {

  private static final Pattern PORT = Pattern.compile("http-nio-auto-1-(\\d+)");

  @Override
  public String name() {
    return "Tomcat, distribution";
  }

  /** The newest of each line that Maven Central has as an archive. */
  @Override
  public List<String> versions() {
    return List.of("8.5.100", "9.0.117", "10.1.59", "11.0.24");
  }

  @Override
  public boolean javax(String version) {
    return version.startsWith("8.") || version.startsWith("9.");
  }

  @Override
  public String contextPath() {
    return "/contract";
  }

  @Override
  public double durationUnits(String version) {
    return javax(version) ? 1 : 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return TomcatQuirks.of(version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path home =
        Artifacts.unpacked("org.apache.tomcat:tomcat:zip:" + target.version())
            .resolve("apache-tomcat-" + target.version());
    Path base = work.resolve("base");
    for (String folder : List.of("conf", "temp", "logs", "work")) {
      Files.createDirectories(base.resolve(folder));
    }
    for (String file : List.of("web.xml", "logging.properties", "catalina.properties")) {
      Files.copy(home.resolve("conf").resolve(file), base.resolve("conf").resolve(file));
    }
    Files.writeString(
        base.resolve("conf/server.xml"),
        Files.readString(StaticFiles.template("server.xml"))
            .replace("@PATTERN@", AccessLog.PATTERN)
            .replace("@LOGS@", work.resolve("logs").toString())
            .replace("@HOME_APPS@", home.resolve("webapps").toString()));
    StaticFiles.writeWar(target, base.resolve("webapps/contract"));
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
            + File.pathSeparator
            + home.resolve("bin/tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  @Override
  public int awaitPort(AgentJvm jvm, Path work) {
    jvm.await(
        "the end of start-up", () -> jvm.text("stderr").contains("Server startup in") ? 1 : null);
    Matcher port = PORT.matcher(jvm.text("stderr"));
    if (!port.find()) {
      throw new AssertionError("no port in " + work.resolve("stderr"));
    }
    return Integer.parseInt(port.group(1));
  }
}
