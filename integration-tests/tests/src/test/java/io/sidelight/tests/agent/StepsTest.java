package io.sidelight.tests.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.client.TracedRequest;
import io.sidelight.tests.harness.Jdks;
import io.sidelight.tests.harness.LogLine;
import io.sidelight.tests.harness.TestedRelease;
import io.sidelight.tests.server.RunningService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of an application that are timed because option {@code steps} means them. */
@ParameterizedClass(name = "{0}")
@MethodSource("targets")
final class StepsTest {

  private static final String APPLICATION = SpringBootSteps.MAIN + "$";
  private static final long DELAY_MS = 50;

  private static RunningService server;

  @Parameter TestedRelease target;

  static List<TestedRelease> targets() {
    return Jdks.all().stream()
        .map(jdk -> TestedRelease.newest(new SpringBootSteps(), "3.5", jdk))
        .toList();
  }

  @BeforeParameterizedClassInvocation
  static void start(TestedRelease target) {
    server =
        RunningService.start(
            target,
            "steps",
            "steps="
                + String.join(
                    ",",
                    APPLICATION + "Pricing#*",
                    "io.sidelight.tests.*Rounding#*",
                    "@" + APPLICATION + "Timed",
                    "kotlin.text.StringsKt__StringsKt#substring*"));
  }

  @AfterParameterizedClassInvocation
  static void finish() {
    server.finish();
  }

  @Test
  void service_behindAProxy_countsOnce() {
    assertThat(server.get("/proxied").answer().text()).isEqualTo("true");
    TracedRequest got = server.get("/quote");
    assertThat(got.answer().text()).isEqualTo("99.75");
    assertThat(names(got))
        .containsExactly(
            "StepsMain.Pricing.discount",
            "StepsMain.Pricing.discount",
            "StepsMain.Pricing.places",
            "StepsMain.Rounding.round",
            "StepsMain.Pricing.quote");
    assertThat(count(got, "StepsMain.Pricing.quote")).isOne();
    assertThat(count(got, "StepsMain.Pricing.discount")).isEqualTo(2);
    assertThat(count(got, "StepsMain.Rounding.round")).isOne();
    assertThat(got.line().json().path("steps").size()).isEqualTo(4);
    assertThat(sum(got, "StepsMain.Pricing.quote")).isLessThanOrEqualTo(got.line().durationMs());
  }

  @Test
  void recursion_countsEachCallAndIsOneLine() {
    TracedRequest got = server.get("/factorial");
    assertThat(got.answer().text()).isEqualTo("120");
    assertThat(names(got)).containsExactly("StepsMain.Pricing.factorial");
    assertThat(count(got, "StepsMain.Pricing.factorial")).isEqualTo(6);
    assertThat(sum(got, "StepsMain.Pricing.factorial")).isEqualTo(steps(got).get(0).durationMs());
  }

  @Test
  void exception_reachesTheCallerAndIsToldByItsClass() {
    TracedRequest got = server.get("/fails");
    assertThat(got.answer().text()).isEqualTo("no price");
    LogLine step = only(got, "StepsMain.Pricing.fails");
    assertThat(step.text("outcome")).isEqualTo("error");
    assertThat(step.text("error")).isEqualTo("java.lang.IllegalArgumentException");
    assertThat(step.raw()).doesNotContain("hunter2");
    assertThat(step.level()).isEqualTo("INFO");
    assertThat(got.line().status()).isEqualTo(200);
  }

  @Test
  void stage_isTimedToItsCompletion() {
    TracedRequest got = server.get("/later");
    assertThat(got.answer().text()).isEqualTo("price");
    LogLine step = only(got, "StepsMain.Pricing.later");
    assertThat(step.durationMs()).isGreaterThanOrEqualTo(DELAY_MS);
    assertThat(step.text("outcome")).isEqualTo("ok");
    assertThat(sum(got, "StepsMain.Pricing.later")).isGreaterThanOrEqualTo(DELAY_MS);
  }

  @Test
  void stage_thatFails_isToldByWhatItFailedWith() {
    TracedRequest got = server.get("/fails-later");
    assertThat(got.answer().text()).isEqualTo("no price came");
    LogLine step = only(got, "StepsMain.Pricing.failsLater");
    assertThat(step.durationMs()).isGreaterThanOrEqualTo(DELAY_MS);
    assertThat(step.text("error")).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void stage_afterItsRequest_hasALineThatSaysSo() {
    TracedRequest got = server.get("/outlives");
    LogLine step = only(got, "StepsMain.Pricing.later");
    assertThat(step.flag("after_completion")).isTrue();
    assertThat(step.durationMs()).isGreaterThanOrEqualTo(DELAY_MS);
    assertThat(count(got, "StepsMain.Pricing.later")).isOne();
    assertThat(sum(got, "StepsMain.Pricing.later")).isLessThan(step.durationMs());
  }

  /** Whose request it is depends on whether work handed over is followed. */
  @Test
  void methodOnAnotherThread_countsOnce() {
    int before = elsewhere().size();
    assertThat(server.get("/elsewhere").answer().text()).isEqualTo("price");
    server.jvm().await("the step", () -> elsewhere().size() > before ? true : null);
    assertThat(elsewhere()).hasSize(before + 1);
  }

  private static List<LogLine> elsewhere() {
    return server.jvm().lines().stream()
        .filter(line -> line.text("step").equals("StepsMain.Pricing.elsewhere"))
        .toList();
  }

  @Test
  void annotation_onMethod_isAStep() {
    TracedRequest got = server.get("/audit");
    assertThat(names(got)).containsExactly("StepsMain.Audit.checked");
  }

  @Test
  void kotlin_topLevelFunction_isAStep() {
    TracedRequest got = server.get("/kotlin");
    assertThat(got.answer().text()).isEqualTo("after");
    assertThat(names(got)).containsExactly("StringsKt__StringsKt.substringAfter");
  }

  private static LogLine only(TracedRequest got, String step) {
    return server
        .jvm()
        .await(
            "the line of " + step,
            () -> {
              List<LogLine> found =
                  steps(got).stream().filter(line -> line.text("step").equals(step)).toList();
              assertThat(found).hasSizeLessThanOrEqualTo(1);
              return found.isEmpty() ? null : found.get(0);
            });
  }

  private static List<String> names(TracedRequest got) {
    return steps(got).stream().map(line -> line.text("step")).toList();
  }

  private static List<LogLine> steps(TracedRequest got) {
    return server.lines("step_timing", got.answer().requestId());
  }

  private static int count(TracedRequest got, String step) {
    return got.line().json().path("steps").path(step).path("count").asInt(-1);
  }

  private static double sum(TracedRequest got, String step) {
    return got.line().json().path("steps").path(step).path("ms").asDouble(-1);
  }
}
