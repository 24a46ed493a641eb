package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.Setup;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users are told of patterns that don't do what they are meant to. */
final class StepPatternsTest {

  private static final String APPLICATION = SpringBootSteps.MAIN + "$";

  @TempDir Path folder;

  @Test
  void patterns_thatMatchNothingOrTooMuchOrWhatIsNotTimed_areToldOnceEach() {
    List<String> problems =
        problems(
            "steps.min=1h",
            "steps="
                + String.join(
                    ",",
                    "no.such.Type#method",
                    APPLICATION + "Rounding#places",
                    "@no.such.Annotation",
                    "kotlin.sequences.SequenceScope#yieldA*",
                    "org.springframework.core.*#*",
                    APPLICATION + "Pricing#quote"));

    assertThat(problems).hasSize(5);
    assertThat(about("no.such.Type#method", problems)).contains("is called like that");
    assertThat(about("Rounding#places", problems)).contains("declares no such method");
    assertThat(about("@no.such.Annotation", problems)).contains("that carries the annotation");
    assertThat(about("SequenceScope", problems)).contains("suspend functions of Kotlin");
    assertThat(about("org.springframework.core.*", problems))
        .containsPattern("has matched 1\\d\\d\\d methods already");
  }

  private static String about(String pattern, List<String> problems) {
    return problems.stream().filter(problem -> problem.contains(pattern)).findFirst().orElse("");
  }

  private List<String> problems(String... options) {
    RunningService server =
        RunningService.open(
            TestedRelease.newest(new SpringBootSteps(), "3.5", Jdks.newest()),
            "step-patterns",
            Setup.agent(options));
    try {
      assertThat(server.get("/quote").line().json().path("steps").size()).isPositive();
      server.get("/suspending");
    } finally {
      server.close();
    }
    server.jvm().checkStreams();
    return server.jvm().lines().stream()
        .filter(line -> line.event().equals("agent_warning"))
        .map(line -> line.text("problem"))
        .toList();
  }

  @Test
  void minimum_changedWhileRunning_isInForceWithinSeconds() throws IOException {
    Path file = folder.resolve("sidelight.properties");
    Files.writeString(file, "sidelight.steps.min=1h");
    RunningService server =
        RunningService.start(
            TestedRelease.newest(new SpringBootSteps(), "3.5", Jdks.newest()),
            "steps-min",
            "config=" + file,
            "steps=" + APPLICATION + "Pricing#quote");
    try {
      TracedRequest before = server.get("/quote");
      assertThat(before.line().has("steps")).isTrue();
      assertThat(server.lines("step_timing", before.answer().requestId())).isEmpty();

      Path changed = Files.writeString(folder.resolve("changed"), "sidelight.steps.min=0ms");
      Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
      server
          .jvm()
          .await(
              "the change",
              () ->
                  server.jvm().lines().stream()
                          .anyMatch(line -> line.event().equals("config_changed"))
                      ? true
                      : null);
      TracedRequest after = server.get("/quote");
      assertThat(server.lines("step_timing", after.answer().requestId())).hasSize(1);
    } finally {
      server.close();
    }
    server.jvm().checkOutput();
  }
}
