package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.Jdk;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.Settings;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import io.sidelight.tests.server.TomcatWithSecurityManager;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent's jar as the JVM sees it: what a policy grants it, and what becomes of it on disk. */
final class AgentJarTest {

  /** There are no security managers from it on. */
  private static final int FIRST_WITHOUT_MANAGERS = 24;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = TomcatWithSecurityManager.Manager.class,
      names = {"ON_THE_COMMAND_LINE", "INSTALLED_IN_MAIN"})
  void agent_thatAPolicyGrantsEverything_works(TomcatWithSecurityManager.Manager manager) {
    RunningService server = start(manager);
    try {
      for (int round = 0; round < 2; round++) {
        Answer answer = server.answer(server.http1(), server.request("/call").build());
        assertThat(answer.text()).isEqualTo(answer.requestId());
        assertThat(callsOf(server, answer.requestId())).isOne();
      }
      assertThat(server.jvm().text("stderr"))
          .doesNotContain("sidelight:", "AccessControlException");
    } finally {
      server.close();
    }
    assertThat(server.jvm().lines()).extracting(LogLine::event).doesNotContain("agent_warning");
  }

  @Test
  void agent_thatAManagerDeniesEverything_saysSoOnce() {
    RunningService server = start(TomcatWithSecurityManager.Manager.DENYING);
    try {
      Answer answer = server.answer(server.http1(), server.request("/call").build());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(server.jvm().text("stderr"))
          .containsOnlyOnce("the security manager denies the agent what it needs");
    } finally {
      server.close();
    }
  }

  private static RunningService start(TomcatWithSecurityManager.Manager manager) {
    Jdk oldest = Jdks.all().get(0);
    assumeTrue(oldest.feature() < FIRST_WITHOUT_MANAGERS, "no JDK with security managers");
    TestedRelease target =
        TestedRelease.newest(new TomcatWithSecurityManager(manager), "10.1", oldest);
    return RunningService.open(target, "managed", Setup.agent());
  }

  @Test
  void jar_overwrittenWhileTheApplicationRuns_isSaidOnce() throws IOException {
    Path jar = Files.copy(Settings.agentJar(), folder.resolve("agent.jar"));
    TestedRelease target =
        TestedRelease.newest(
            new TomcatWithSecurityManager(TomcatWithSecurityManager.Manager.NONE),
            "10.1",
            Jdks.newest());
    RunningService server = RunningService.open(target, "overwritten", Setup.agent(jar));
    try {
      overwrite(jar);
      for (int round = 0; round < 2; round++) {
        Answer answer = server.answer(server.http1(), server.request("/call").build());
        assertThat(answer.status()).isEqualTo(200);
      }
      assertThat(server.jvm().text("stderr"))
          .containsOnlyOnce("was replaced while the application runs");
    } finally {
      server.close();
    }
  }

  /** The call that is made is a request of the same ID. */
  private static int callsOf(RunningService server, String id) {
    return server
        .jvm()
        .await(
            "the line of /call",
            () ->
                server.lines("request_completed", id).stream()
                    .filter(line -> line.text("path").equals("/call"))
                    .map(line -> line.json().path("deps").path("count").asInt())
                    .findFirst()
                    .orElse(null));
  }

  /** As {@code cp} does: the same file with other bytes. */
  private static void overwrite(Path jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
      file.setLength(0);
      file.write(new byte[(int) Files.size(Settings.agentJar())]);
    }
  }
}
