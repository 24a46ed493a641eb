package io.sidelight.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class WildFlyTest extends ServerContract {

  @Parameter Target target;

  static List<Target> targets() {
    return Target.of(new WildFly());
  }

  @BeforeParameterizedClassInvocation
  static void start(Target target) {
    use(ContractServer.start(target, "contract"));
  }

  @Test
  void startUp_withAgent_complainsOfNothingMore() {
    ContractServer without = ContractServer.startWithoutAgent(target, "start");
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

  /** What was warned of until the server had started, without what changes from start to start. */
  private static List<String> complaints(ContractServer server) {
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
