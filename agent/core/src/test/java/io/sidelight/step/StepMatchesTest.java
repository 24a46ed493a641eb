package io.sidelight.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.request.RequestScope;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepMatchesTest {

  private static final String STEPS = "steps=a.Pricing#quote,a.Prices#*,@a.Timed,a.Found#run";

  @TempDir Path folder;

  @Test
  void unmatched_toldOnceEachWithTheReason() throws IOException {
    try (StepsFixture core = new StepsFixture(folder, STEPS)) {
      core.steps.matches().patterns().get(1).classFound();
      core.steps.matches().patterns().get(3).classFound();
      core.steps.matches().patterns().get(3).methodsFound(1);
      core.steps.matches().run();
      core.steps.matches().run();

      assertThat(core.problems())
          .containsExactly(
              "Step pattern a.Pricing#quote has matched no method so far: no class of the"
                  + " application has been loaded that is called like that.",
              "Step pattern a.Prices#* has matched no method so far: a class of that name has been"
                  + " loaded, but declares no such method that has code.",
              "Step pattern @a.Timed has matched no method so far: no class of the application that"
                  + " carries the annotation has been loaded.");
    }
  }

  @Test
  void unmatched_lookedForAMinuteAfterTheFirstRequest() throws IOException {
    try (StepsFixture core = new StepsFixture(folder, "steps=a.Pricing#quote")) {
      FirstMinute check = new FirstMinute(core.steps.matches(), core.lifecycle);
      check.requestCompleted(1000);
      check.requestCompleted(1000 + FirstMinute.NANOS - 1);
      assertThat(core.problems()).isEmpty();

      check.requestCompleted(1000 + FirstMinute.NANOS);
      assertThat(core.problems()).hasSize(1);
    }
  }

  @Test
  void requests_withSteps_areCountedByTheLifecycle() {
    try (StepsFixture core = new StepsFixture(folder, "steps=a.Pricing#quote")) {
      boolean[] ran = new boolean[1];
      core.lifecycle.afterEachRequest(() -> ran[0] = true);
      RequestScope scope = core.enterRequest();
      assertThat(ran[0]).isFalse();
      core.lifecycle.complete(scope);
      assertThat(ran[0]).isTrue();
    }
  }

  @Test
  void thousands_toldOnceWithTheNumber() throws IOException {
    try (StepsFixture core = new StepsFixture(folder, "steps=a.*#*")) {
      PatternMatch match = core.steps.matches().patterns().get(0);
      match.methodsFound(1000);
      assertThat(core.problems()).isEmpty();
      match.methodsFound(12);
      match.methodsFound(12);

      assertThat(core.problems())
          .containsExactly(
              "Step pattern a.*#* has matched 1012 methods already; each of their calls is counted"
                  + " and may get a line.");
    }
  }

  @Test
  void suspendFunctionsAndFailures_toldOnceInPlaceOfUnmatched() throws IOException {
    try (StepsFixture core = new StepsFixture(folder, "steps=a.Pricing#*,a.Old#*")) {
      PatternMatch suspending = core.steps.matches().patterns().get(0);
      PatternMatch failing = core.steps.matches().patterns().get(1);
      suspending.suspendFunctionFound("a.Pricing#quote");
      suspending.suspendFunctionFound("a.Pricing#other");
      failing.notWoven("a.Old", new IllegalStateException("class file version 48"));
      failing.notWoven("a.Old", new IllegalStateException("class file version 48"));
      core.steps.matches().run();

      assertThat(core.problems()).hasSize(2);
      assertThat(core.problems().get(0)).contains("suspend functions").contains("a.Pricing#quote");
      assertThat(core.problems().get(1)).contains("a.Old").contains("class file version 48");
    }
  }
}
