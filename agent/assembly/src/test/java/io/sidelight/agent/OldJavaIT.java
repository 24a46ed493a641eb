package io.sidelight.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldJavaIT {

  @Test
  void agent_onAJavaThatIsTooOld_saysSoAndTheProgramStarts(@TempDir Path folder) throws Exception {
    assumeFalse(JavaHome.tooOld().isEmpty(), "Skipped: no JDK older than 11 was found.");
    for (JavaHome home : JavaHome.tooOld()) {
      // No program that such a JVM could read is at hand: its own version will do.
      Child.Result result =
          Child.tool(home, "java", folder).with(AgentJar.option(), "-version").run();
      assertThat(result.exit()).as(home.toString()).isZero();
      assertThat(result.err()).contains("sidelight: needs Java 11 or newer");
    }
  }
}
