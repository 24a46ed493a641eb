package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent comes to a JVM that runs already. */
@ParameterizedClass
@MethodSource("homes")
@SuppressWarnings("NullAway.Init") // each test starts the process
class AttachIT {

  @Parameter JavaHome home;
  @TempDir Path folder;
  private Process process;
  private BufferedReader out;

  static List<JavaHome> homes() {
    return JavaHome.supported();
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  @Test
  void agent_attached_startsAndTheApplicationGoesOn() throws Exception {
    start();
    assertThat(answer()).isEqualTo("agent false");
    attach("requests.ignore=/a,/b");
    assertThat(answer()).isEqualTo("agent true");
    attach("");
    assertThat(answer()).isEqualTo("agent true");
    assertEndsQuietly();
  }

  @Test
  void agent_attachedDisabled_doesNotStart() throws Exception {
    start();
    attach("enabled=false");
    assertThat(answer()).isEqualTo("agent false");
    assertEndsQuietly();
  }

  @Test
  void agent_attachedOnTopOfItself_changesNothing() throws Exception {
    start(AgentJar.option());
    assertThat(answer()).isEqualTo("agent true");
    attach("");
    assertThat(answer()).isEqualTo("agent true");
    assertEndsQuietly();
  }

  private void start(String... options) throws Exception {
    process =
        Child.java(home, folder)
            .with("-XX:+EnableDynamicAgentLoading")
            .with(options)
            .with("sample.app.Waiting")
            .start(err());
    out = process.inputReader();
    // A JVM that is still starting can't load an agent; one that answers has started.
    assertThat(answer()).isNotNull();
  }

  private void attach(String options) throws Exception {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
    try {
      machine.loadAgent(AgentJar.path().toString(), options);
    } finally {
      machine.detach();
    }
  }

  private String answer() throws Exception {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return out.readLine();
  }

  private void assertEndsQuietly() throws Exception {
    process.getOutputStream().close();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(out.readLine()).isNull();
    assertThat(err()).isEmpty();
  }

  private File err() {
    return folder.resolve("err.txt").toFile();
  }
}
