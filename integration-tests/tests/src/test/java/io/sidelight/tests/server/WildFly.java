package io.sidelight.tests.server;

import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Quirk;
import io.sidelight.tests.harness.ServiceUnderTest;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The distribution of WildFly, as it comes, with the contract application deployed. */
public final class WildFly implements ServiceUnderTest {

  private static final Pattern PORT =
      Pattern.compile("HTTP listener default listening on \\S*:(\\d+)");
  private static final String STARTED = "WFLYSRV0025";

  /** An application server has a lot to start, on a machine that may be busy. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "WildFly";
  }

  @Override
  public List<String> versions() {
    return List.of("39.0.1.Final");
  }

  @Override
  public boolean javax(String version) {
    return false;
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
    Set<Quirk> quirks = EnumSet.of(Quirk.TRACE_NOT_IN_ACCESS_LOG);
    quirks.addAll(UndertowQuirks.ALL);
    return quirks;
  }

  /** What {@code standalone.sh} would run, on free ports and with less output in colour. */
  @Override
  public List<String> command(TestedRelease target, Path work) throws IOException {
    Path home =
        Artifacts.unpacked("org.wildfly:wildfly-dist:zip:" + target.version())
            .resolve("wildfly-" + target.version());
    Path base = work.resolve("base");
    copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    configure(base.resolve("configuration/standalone.xml"), work.resolve("logs"));
    StaticFiles.writeWar(target, base.resolve("deployments/contract.war"));
    Files.createFile(base.resolve("deployments/contract.war.dodeploy"));
    return List.of(
        "-D[Standalone]",
        "-Xmx512m",
        "-Djava.net.preferIPv4Stack=true",
        "-Djboss.modules.system.pkgs=org.jboss.byteman",
        "-Djava.awt.headless=true",
        "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
        "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.management/javax.management=ALL-UNNAMED",
        "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
        "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
        "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri(),
        // Its codes for colours stand in front of the line that comes next, whosever that is.
        "-Dorg.jboss.logmanager.nocolor=true",
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.home.dir=" + home,
        "-Djboss.server.base.dir=" + base,
        "-Djboss.http.port=0",
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=0");
  }

  @Override
  public int awaitPort(AgentJvm jvm, Path work) {
    jvm.await(
        "the end of start-up",
        PATIENCE,
        () -> jvm.text("stdout").contains(STARTED) ? STARTED : null);
    Matcher port = PORT.matcher(jvm.text("stdout"));
    if (!port.find()) {
      throw new AssertionError("no port in " + work.resolve("stdout"));
    }
    return Integer.parseInt(port.group(1));
  }

  /** Adds an access log, and what it needs to know, to the configuration that comes with it. */
  private static void configure(Path configuration, Path logs) throws IOException {
    String standalone = Files.readString(configuration);
    String configured =
        standalone
            .replace(
                "<http-listener name=\"default\"",
                "<http-listener name=\"default\" record-request-start-time=\"true\""
                    + " max-header-size=\"8192\"")
            .replace(
                "<location name=\"/\" handler=\"welcome-content\"/>",
                "<location name=\"/\" handler=\"welcome-content\"/><access-log pattern=\""
                    + EmbeddedUndertow.PATTERN
                    + "\" directory=\""
                    + logs
                    + "\" prefix=\"access.\" rotate=\"false\"/>")
            .replace("(%t) %s%e%n", "(%t) [%X{request_id}] %s%e%n");
    if (!configured.contains("max-header-size")
        || !configured.contains("access-log")
        || !configured.contains("%X{request_id}")) {
      throw new IOException(configuration + " is not as it was");
    }
    Files.writeString(configuration, configured);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Path target = to.resolve(from.relativize(file).toString());
              Files.createDirectories(target.getParent());
              Files.copy(file, target);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
