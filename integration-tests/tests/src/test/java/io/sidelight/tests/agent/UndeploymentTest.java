package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.AgentJvm;
import io.sidelight.tests.harness.Artifacts;
import io.sidelight.tests.harness.Histogram;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.EmbeddedJetty;
import io.sidelight.tests.server.EmbeddedTomcat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent holds on to once a web application, or a request, is over. */
final class UndeploymentTest {

  private static final int TIMES = 50;
  private static final String TOMCAT_MAIN = "io.sidelight.tests.app.RedeployingMain";
  private static final String JETTY_MAIN = "io.sidelight.tests.servers.RedeployingJettyMain";
  private static final String SECURITY = "org.springframework.security:spring-security-core:5.8.16";
  private static final String SCOPE = "io.sidelight.request.RequestScope";

  @TempDir Path work;

  @ParameterizedTest(name = "Tomcat {0}")
  @ValueSource(strings = {"9.0", "11.0"})
  void application_undeployed_isCollectedAndLeavesNoScope(String line) throws IOException {
    TestedRelease target = TestedRelease.newest(new EmbeddedTomcat(), line, Jdks.running());
    unload(target, EmbeddedTomcat.classPath(target), TOMCAT_MAIN);
  }

  @ParameterizedTest(name = "Jetty {0}")
  @ValueSource(strings = {"9.4", "10.0", "11.0"})
  void applicationOnJetty_undeployed_isCollectedAndLeavesNoScope(String line) throws IOException {
    TestedRelease target = TestedRelease.newest(new EmbeddedJetty(), line, Jdks.running());
    unload(target, EmbeddedJetty.classPath(target, JETTY_MAIN), JETTY_MAIN);
  }

  private void unload(TestedRelease target, String classPath, String main) throws IOException {
    Path library = Files.createDirectories(work.resolve("web/WEB-INF/lib"));
    Files.copy(target.application(), library.resolve("server-app.jar"));
    for (Path jar : Artifacts.resolve(SECURITY)) {
      Files.copy(jar, library.resolve(jar.getFileName()));
    }
    AgentJvm jvm =
        AgentJvm.start(
            target.jdk(),
            work,
            Setup.agent(),
            List.of("-cp", classPath, main, work.toString(), Integer.toString(TIMES)));
    try {
      assertThat(jvm.await("the last undeployment", this::unloaded)).isEqualTo(TIMES);
      Histogram histogram = Histogram.of(target.jdk(), jvm);
      assertThat(histogram.instances("java.lang.String")).isPositive();
      assertThat(histogram.instances(SCOPE)).as("scopes after the last request").isLessThan(5);
    } finally {
      jvm.stop();
    }
    assertThat(jvm.lines().stream().filter(each -> each.event().equals("request_completed")))
        .hasSizeGreaterThan(TIMES)
        .allSatisfy(each -> assertThat(each.status()).isEqualTo(200))
        .allSatisfy(each -> assertThat(each.text("user_id")).isEqualTo("ada"));
    jvm.checkOutput();
  }

  private @Nullable Integer unloaded() {
    Path file = work.resolve("unloaded");
    try {
      return Files.exists(file) ? Integer.valueOf(Files.readString(file)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
