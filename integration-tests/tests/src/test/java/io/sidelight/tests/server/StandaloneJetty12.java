package io.sidelight.tests.server;

import io.sidelight.tests.harness.AccessLog;
import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distribution of Jetty 12 with the contract application deployed to one environment, which has
 * a class loader of its own below the server's.
 */
final class StandaloneJetty12 implements ServiceUnderTest {

  private static final Pattern PORT =
      Pattern.compile("Started \\S*ServerConnector@.*\\{\\S+:(\\d+)\\}");

  private final String environment;

  /**
   * @param environment such as {@code ee10}
   */
  StandaloneJetty12(String environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return "Jetty 12 " + environment + ", distribution";
  }

  /** The newest of each line that Maven Central has as an archive. */
  @Override
  public List<String> versions() {
    return List.of("12.0.31", "12.1.12");
  }

  @Override
  public boolean javax(String version) {
    return environment.equals("ee8");
  }

  @Override
  public String contextPath() {
    return "/contract";
  }

  @Override
  public double durationUnits(String version) {
    return 1000;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    return Jetty12Quirks.of(environment, version);
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path home =
        Artifacts.unpacked("org.eclipse.jetty:jetty-home:zip:" + target.version())
            .resolve("jetty-home-" + target.version());
    Path base = work.resolve("base");
    for (String folder : List.of("webapps", "resources", "logs")) {
      Files.createDirectories(base.resolve(folder));
    }
    Files.createDirectories(work.resolve("logs"));
    Path war = work.resolve("contract");
    StaticFiles.writeWar(target, war);
    Files.writeString(
        base.resolve("webapps/contract.xml"),
        Files.readString(StaticFiles.template("jetty12-context.xml"))
            .replace("@ENVIRONMENT@", environment)
            .replace("@WAR@", war.toString()));
    Files.write(
        base.resolve("start.ini"),
        // A property below a module of an environment would be that environment's.
        List.of(
            "jetty.http.port=0",
            "jetty.requestlog.filePath=" + work.resolve(AccessLog.FILE),
            "jetty.requestlog.formatString=" + EmbeddedJetty12.PATTERN,
            "--modules=server,http,http2c,requestlog",
            "--modules=" + environment + "-deploy," + environment + "-annotations"));
    return List.of(
        "-Djetty.home=" + home,
        "-Djetty.base=" + base,
        "-jar",
        home.resolve("start.jar").toString());
  }

  @Override
  public int awaitPort(AgentJvm jvm, Path work) {
    return jvm.await(
        "the port",
        () -> {
          Matcher started = PORT.matcher(jvm.text("stdout") + jvm.text("stderr"));
          return started.find() ? Integer.valueOf(started.group(1)) : null;
        });
  }
}
