package io.sidelight.tests.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.ServerSources;
import io.sidelight.tests.harness.Setup;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Programs with a server or client that the agent doesn't know, or with none at all. All of them
 * run side by side, since the agent looks at their sockets after a while.
 */
final class UnknownServersTest {

  private static final String PACKAGE = "io.sidelight.tests.listening.";
  private static final String TOMCAT = "org.apache.tomcat.embed:tomcat-embed-core:10.1.59";
  private static final String NETTY = "4.1.118.Final";
  private static final String EPOLL = "io.netty:netty-transport-native-epoll:";

  /** A program by its class, what it is given, and what it runs with. */
  private enum Program {
    JDK_SERVER("JdkServerMain", ""),
    NO_SERVER("NoServerMain", ""),
    LATE_TOMCAT("LateTomcatMain", ".", TOMCAT),
    NETTY_NIO("NettyMain", "nio", netty()),
    NETTY_NATIVE("NettyMain", "native", netty());

    private final String main;
    private final String argument;
    private final String[] libraries;

    Program(String main, String argument, String... libraries) {
      this.main = PACKAGE + main;
      this.argument = argument;
      this.libraries = libraries;
    }

    private static String[] netty() {
      return new String[] {
        "io.netty:netty-codec-http:" + NETTY,
        "io.netty:netty-transport-classes-epoll:" + NETTY,
        EPOLL + "jar:linux-x86_64:" + NETTY,
        "org.eclipse.jetty:jetty-client:9.4.58.v20250814",
        "org.slf4j:slf4j-nop:2.0.17"
      };
    }

    private AgentJvm start(Path work) {
      String libraries = this.libraries.length == 0 ? "" : Artifacts.classPath(this.libraries);
      String classes = ServerSources.compile(main, Map.of(), libraries).toString();
      String classPath = libraries.isEmpty() ? classes : classes + File.pathSeparator + libraries;
      List<String> command = new ArrayList<>(List.of("-cp", classPath, main));
      if (!argument.isEmpty()) {
        command.add(argument);
      }
      return AgentJvm.start(Jdks.running(), work, Setup.agent("no.such=option"), command);
    }
  }

  @TempDir static Path folder;

  private static final Map<Program, AgentJvm> RUNNING = new EnumMap<>(Program.class);

  @BeforeAll
  static void start() throws IOException {
    for (Program program : Program.values()) {
      RUNNING.put(program, program.start(Files.createDirectory(folder.resolve(program.name()))));
    }
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(AgentJvm::stop);
  }

  @ParameterizedTest
  @EnumSource(names = {"JDK_SERVER", "NETTY_NIO", "NETTY_NATIVE"})
  void server_unknown_isNamedWithItsPortAfterTheOptions(Program program) {
    AgentJvm jvm = running(program);
    String port = said(jvm, "port ");
    List<LogLine> lines = lines(jvm, program == Program.JDK_SERVER ? 3 : 4);
    assertThat(lines.get(0).event()).isEqualTo("agent_started");
    assertThat(lines.get(1).text("problem")).contains("no.such");
    LogLine warning = lines.get(lines.size() - 1);
    assertThat(warning.event()).isEqualTo("agent_warning");
    assertThat(warning.level()).isEqualTo("WARN");
    assertThat(warning.text("problem"))
        .contains("on port " + port + ",")
        .contains(
            "recognised: " + (program == Program.JDK_SERVER ? "the JDK's HttpServer" : "Netty"));
  }

  @ParameterizedTest
  @EnumSource(names = {"NETTY_NIO", "NETTY_NATIVE"})
  void client_unknown_isNamedOnce(Program program) {
    List<LogLine> lines = lines(running(program), 4);
    assertThat(lines).filteredOn(line -> problem(line).contains("Jetty HttpClient")).hasSize(1);
  }

  @Test
  void program_thatServesNobody_isSilent() {
    AgentJvm jvm = running(Program.NO_SERVER);
    assertThat(said(jvm, "looked ")).isEqualTo("false true");
    assertThat(jvm.lines()).isEmpty();
    jvm.checkStreams();
  }

  @Test
  void server_knownThatStartsLate_isNotCalledUnknown() {
    AgentJvm jvm = running(Program.LATE_TOMCAT);
    assertThat(said(jvm, "looked ")).isEqualTo("true, true");
    List<LogLine> lines = lines(jvm, 2);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).strings("armed")).contains("tomcat");
    assertThat(problem(lines.get(1))).contains("no.such");
  }

  private static AgentJvm running(Program program) {
    return requireNonNull(RUNNING.get(program));
  }

  private static String said(AgentJvm jvm, String what) {
    return jvm.await(
        what,
        () ->
            jvm.text("stdout")
                .lines()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .findFirst()
                .orElse(null));
  }

  private static List<LogLine> lines(AgentJvm jvm, int count) {
    List<LogLine> lines =
        jvm.await(count + " lines", () -> jvm.lines().size() < count ? null : jvm.lines());
    assertThat(lines).hasSize(count);
    jvm.checkStreams();
    return lines;
  }

  private static String problem(LogLine line) {
    return line.has("problem") ? line.text("problem") : "";
  }
}
