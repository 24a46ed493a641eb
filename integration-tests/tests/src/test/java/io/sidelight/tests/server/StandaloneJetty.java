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

/** The distribution of Jetty, {@code jetty-home}, with the contract application deployed. */
final class StandaloneJetty implements ServiceUnderTest {

  /** {@link AccessLog#PATTERN} in Jetty's words. */
  private static final String PATTERN = "%{X-Request-ID}o %s %O %{ms}T %m %U";

  private static final Pattern STARTED = Pattern.compile("Started .*@\\d+ms");
  private static final Pattern PORT = Pattern.compile("ServerConnector@.*\\{[^{:]*:(\\d+)}");

  @Override
  public String name() {
    return "Jetty, distribution";
  }

  /** The newest of each line that Maven Central has as an archive. */
  @Override
  public List<String> versions() {
    return List.of("9.4.58.v20250814", "10.0.25", "11.0.26");
  }

  @Override
  public boolean javax(String version) {
    return !version.startsWith("11.");
  }

  @Override
  public String contextPath() {
    return "/contract";
  }

  @Override
  public boolean logsAfterAgent() {
    return true;
  }

  @Override
  public Set<Quirk> quirks(String version) {
    Set<Quirk> quirks = JettyQuirks.of(version);
    quirks.add(Quirk.NO_UPGRADE_HANDLERS);
    return quirks;
  }

  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path home =
        Artifacts.unpacked("org.eclipse.jetty:jetty-home:zip:" + target.version())
            .resolve("jetty-home-" + target.version());
    Path base = Files.createDirectories(work.resolve("base"));
    Files.createDirectories(work.resolve("logs"));
    Files.createDirectories(base.resolve("webapps"));
    Path temporary = Files.createDirectories(work.resolve("temp"));
    Files.write(base.resolve("start.ini"), modules(target.version().startsWith("9."), work));
    StaticFiles.writeWar(target, work.resolve("war"));
    Files.writeString(
        base.resolve("webapps/contract.xml"),
        Files.readString(StaticFiles.template("jetty-context.xml"))
            .replace("@PATH@", contextPath())
            .replace("@WAR@", work.resolve("war").toString()));
    return List.of(
        "-Djava.io.tmpdir=" + temporary,
        "-Djetty.home=" + home,
        "-Djetty.base=" + base,
        "-jar",
        home.resolve("start.jar").toString());
  }

  /** In 9.4 the plain request log has a form of its own, and files are given from the base. */
  private static List<String> modules(boolean jetty9, Path work) {
    String log = jetty9 ? "customrequestlog" : "requestlog";
    return List.of(
        "--module=http,http2c,annotations,deploy," + log,
        "jetty.http.port=0",
        "jetty.requestlog.filePath=" + (jetty9 ? ".." : work) + "/" + AccessLog.FILE,
        "jetty." + log + ".formatString=" + PATTERN);
  }

  @Override
  public int awaitPort(AgentJvm jvm, Path work) {
    jvm.await("the end of start-up", () -> STARTED.matcher(jvm.text("stderr")).find() ? 1 : null);
    Matcher port = PORT.matcher(jvm.text("stderr"));
    if (!port.find()) {
      throw new AssertionError("no port in " + work.resolve("stderr"));
    }
    return Integer.parseInt(port.group(1));
  }
}
