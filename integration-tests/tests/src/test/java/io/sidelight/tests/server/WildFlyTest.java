package io.sidelight.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class WildFlyTest extends ServerContract {

  private static final String SERVER_LOG = "base/log/server.log";

  /** What it logs of a request whose exception nobody has caught. */
  private static final String UNCAUGHT = "UT005023";

  @TempDir static Path folder;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return TestedRelease.of(new WildFly());
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) throws IOException {
    use(RunningService.start(target, "contract", "config=" + options("")));
  }

  @Test
  void startUp_withAgent_complainsOfNothingMore() {
    RunningService without = RunningService.startWithoutAgent(target, "start");
    try {
      assertThat(complaints(server())).isEqualTo(complaints(without));
      assertThat(server().jvm().text("stderr")).doesNotContain("LogManager");
    } finally {
      without.close();
    }
  }

  /** An instance of the JDK's own log manager would mean that somebody was there before WildFly. */
  @Test
  void logManager_withAgent_isWildFlysOwn() throws IOException, InterruptedException {
    String classes = histogram(server().jvm().pid());
    assertThat(classes).contains(" org.jboss.logmanager.LogManager");
    assertThat(classes).doesNotContainPattern(" java\\.util\\.logging\\.LogManager( |\n)");
  }

  @Test
  void lines_withAPattern_showTheRequest() {
    String id = server().get("/fail/exception").answer().requestId();
    for (String output : List.of("stdout", SERVER_LOG)) {
      assertThat(awaitLine(output, id, UNCAUGHT)).as(output).contains(") [" + id + "] " + UNCAUGHT);
    }
  }

  @Test
  void lines_inJson_areOfTheAgentsForm() throws IOException {
    options("sidelight.logs=json");
    awaitLine("stdout", "config_changed", "\"to\":\"json\"");
    String id = server().get("/fail/exception").answer().requestId();
    for (String output : List.of("stdout", SERVER_LOG)) {
      LogLine line = server().jvm().lines(awaitLine(output, id, UNCAUGHT) + "\n").get(0);
      assertThat(line.level()).as(output).isEqualTo("ERROR");
      assertThat(line.text("logger")).as(output).isEqualTo("io.undertow.request");
      assertThat(line.text("path")).as(output).isEqualTo("/contract/fail/exception");
      assertThat(line.text("exc"))
          .as(output)
          .startsWith("java.lang.IllegalStateException: no page");
    }
    options("");
    awaitLine("stdout", "config_changed", "\"to\":\"enrich\"");
  }

  /** Replaces the options that may change while the server runs. */
  private static Path options(String lines) throws IOException {
    Path file = folder.resolve("sidelight.properties");
    Path whole = Files.writeString(folder.resolve("new.properties"), lines);
    return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Waits for a line that has both texts. */
  private String awaitLine(String output, String text, String other) {
    return server()
        .jvm()
        .await(
            text + " and " + other + " in " + output,
            () -> {
              String whole = server().jvm().text(output);
              return whole
                  .substring(0, whole.lastIndexOf('\n') + 1)
                  .lines()
                  .filter(line -> line.contains(text) && line.contains(other))
                  .findFirst()
                  .orElse(null);
            });
  }

  /** What was warned of until the server had started, without what changes from start to start. */
  private static List<String> complaints(RunningService server) {
    String out = server.jvm().text("stdout");
    return out.substring(0, out.indexOf("WFLYSRV0025"))
        .lines()
        .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
        .filter(line -> !line.startsWith("{"))
        .map(line -> line.substring(line.indexOf(") ") + 2))
        .map(line -> line.replace(server.work().toString(), ""))
        .sorted()
        .toList();
  }

  private String histogram(long pid) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                target.jdk().java().resolveSibling("jcmd").toString(),
                Long.toString(pid),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jcmd.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return answer;
  }
}
