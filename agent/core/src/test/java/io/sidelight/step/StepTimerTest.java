package io.sidelight.step;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.request.RequestScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTimerTest {

  @TempDir Path folder;
  private StepsFixture core;
  private RequestScope request;

  @BeforeEach
  void enterRequest() {
    core = new StepsFixture(folder, "");
    request = core.enterRequest();
  }

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void step_returns_lineAndSum() throws IOException {
    begin("Pricing.quote").end("price", null);

    JsonNode line = onlyLine();
    assertThat(line.get("step").asText()).isEqualTo("Pricing.quote");
    assertThat(line.get("outcome").asText()).isEqualTo("ok");
    assertThat(line.has("error")).isFalse();
    assertThat(line.get("request_id").asText()).isEqualTo(request.requestId());
    JsonNode sum = core.complete(request).get("Pricing.quote");
    assertThat(sum.get("count").asInt()).isOne();
    assertThat(sum.get("ms").asDouble()).isEqualTo(line.get("duration_ms").asDouble());
  }

  @Test
  void step_throws_lineSaysWhat() throws IOException {
    begin("Pricing.quote").end(null, new IllegalStateException("password=hunter2"));

    JsonNode line = onlyLine();
    assertThat(line.get("outcome").asText()).isEqualTo("error");
    assertThat(line.get("error").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.toString()).doesNotContain("hunter2");
  }

  @Test
  void stepInsideAnother_bothCountWithTheirTime() throws IOException {
    StepTimer outer = begin("Pricing.quote");
    begin("Pricing.discount").end(null, null);
    begin("Pricing.discount").end(null, null);
    outer.end(null, null);

    assertThat(steps()).containsExactly("Pricing.discount", "Pricing.discount", "Pricing.quote");
    JsonNode sums = core.complete(request);
    assertThat(sums.get("Pricing.quote").get("count").asInt()).isOne();
    assertThat(sums.get("Pricing.discount").get("count").asInt()).isEqualTo(2);
  }

  @Test
  void recursion_countsEachCallAndTheTimeOnce() throws IOException {
    recurse(5);

    JsonNode line = onlyLine();
    JsonNode sum = core.complete(request).get("Tree.walk");
    assertThat(sum.get("count").asInt()).isEqualTo(5);
    assertThat(sum.get("ms").asDouble()).isEqualTo(line.get("duration_ms").asDouble());
  }

  private static void recurse(int depth) {
    StepTimer timer = StepTimer.begin("Tree.walk");
    StepTimer between = begin("Tree.node" + depth);
    between.end(null, null);
    if (depth > 1) {
      recurse(depth - 1);
    }
    if (timer != null) {
      timer.end(null, null);
    }
  }

  private JsonNode onlyLine() throws IOException {
    List<JsonNode> lines = core.lines("step_timing");
    lines.removeIf(line -> line.get("step").asText().startsWith("Tree.node"));
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void sameStep_ofAnotherRequestOnTheThread_isNoRecursion() throws IOException {
    StepTimer outer = begin("Pricing.quote");
    RequestScope inner = core.enterRequest();
    begin("Pricing.quote").end(null, null);
    JsonNode sums = core.complete(inner);
    RequestScope.makeCurrent(request).keep();
    outer.end(null, null);

    assertThat(sums.get("Pricing.quote").get("count").asInt()).isOne();
    assertThat(steps()).hasSize(2);
  }

  @Test
  void step_outsideARequest_lineWithoutOne() throws IOException {
    RequestScope.makeCurrent(null).keep();
    begin("Job.run").end(null, null);

    assertThat(onlyLine().get("request_id").asText()).isEqualTo("-");
    assertThat(core.complete(request).isMissingNode()).isTrue();
  }

  @Test
  void step_ofACompleteRequest_saysSoAndIsNotSummed() throws IOException {
    StepTimer before = begin("Mail.prepare");
    JsonNode sums = core.complete(request);
    RequestScope.makeCurrent(request).keep();
    before.end(null, null);
    begin("Mail.send").end(null, null);

    assertThat(sums.get("Mail.prepare").get("count").asInt()).isOne();
    assertThat(sums.has("Mail.send")).isFalse();
    assertThat(core.lines("step_timing"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.get("after_completion").asBoolean()).isTrue());
  }

  @Test
  void shortStep_belowTheMinimum_isOnlySummed() throws IOException {
    core.steps.configure(config("steps.min=1h"));
    begin("Pricing.quote").end(null, null);

    assertThat(core.lines("step_timing")).isEmpty();
    assertThat(core.complete(request).get("Pricing.quote").get("count").asInt()).isOne();
  }

  private static Config config(String options) {
    return LiveConfig.load(options).current();
  }

  @Test
  void stage_incomplete_isTimedToItsCompletion() throws IOException {
    CompletableFuture<String> stage = new CompletableFuture<>();
    begin("Pricing.quote").end(stage, null);
    assertThat(core.lines("step_timing")).isEmpty();

    long returned = System.nanoTime();
    begin("Pricing.other").end(null, null);
    long completing = System.nanoTime();
    stage.complete("price");

    assertThat(steps()).containsExactly("Pricing.other", "Pricing.quote");
    JsonNode line = core.lines("step_timing").get(1);
    assertThat(line.get("duration_ms").asDouble())
        .isGreaterThanOrEqualTo((completing - returned) / 1e6 - 0.01);
    assertThat(line.get("outcome").asText()).isEqualTo("ok");
    assertThat(core.complete(request).get("Pricing.quote").get("ms").asDouble())
        .isEqualTo(line.get("duration_ms").asDouble());
    assertThat(StepTimer.PENDING.size()).isZero();
  }

  @Test
  void stage_complete_endsAtOnce() throws IOException {
    begin("Pricing.quote").end(CompletableFuture.completedFuture("price"), null);
    begin("Pricing.fails").end(CompletableFuture.failedFuture(new IOException("gone")), null);

    assertThat(outcomes()).containsExactly("ok", "java.io.IOException");
    assertThat(StepTimer.PENDING.size()).isZero();
  }

  @Test
  void stage_fails_lineSaysWithWhatWithoutItsWrapping() throws IOException {
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> dependent = first.thenApply(value -> value);
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    CompletableFuture<String> bare = new CompletableFuture<>();
    begin("Pricing.quote").end(dependent, null);
    begin("Pricing.other").end(cancelled, null);
    begin("Pricing.bare").end(bare, null);

    first.completeExceptionally(new IllegalStateException("no price"));
    cancelled.cancel(false);
    bare.completeExceptionally(new BareCompletionException());

    assertThat(outcomes())
        .containsExactly(
            "java.lang.IllegalStateException",
            CancellationException.class.getName(),
            BareCompletionException.class.getName());
  }

  /** Has no cause. */
  private static final class BareCompletionException extends CompletionException {
    private static final long serialVersionUID = 1L;
  }

  private List<String> outcomes() throws IOException {
    return core.lines("step_timing").stream()
        .map(line -> line.path("error").asText(line.path("outcome").asText()))
        .toList();
  }

  @Test
  void stage_afterItsRequest_lineSaysSo() throws IOException {
    CompletableFuture<String> stage = new CompletableFuture<>();
    begin("Pricing.quote").end(stage, null);
    JsonNode sums = core.complete(request);
    stage.complete("price");

    assertThat(sums.get("Pricing.quote").get("count").asInt()).isOne();
    assertThat(onlyLine().get("after_completion").asBoolean()).isTrue();
    assertThat(onlyLine().get("request_id").asText()).isEqualTo(request.requestId());
  }

  @Test
  void stage_pending_isNoLongerRecursion() throws IOException {
    CompletableFuture<String> stage = new CompletableFuture<>();
    begin("Pricing.quote").end(stage, null);
    begin("Pricing.quote").end(null, null);
    stage.complete("price");

    assertThat(steps()).hasSize(2);
  }

  @Test
  void stage_returnedAgainAndAgain_hasOneDependentAndEndsThemAll() throws IOException {
    CompletableFuture<String> shared = new CompletableFuture<>();
    for (int i = 0; i < 1200; i++) {
      begin("Pricing.quote").end(shared, null);
    }

    assertThat(shared.getNumberOfDependents()).isOne();
    assertThat(core.lines("step_timing")).hasSize(200); // the rest of too many ends at its return
    shared.complete("price");
    assertThat(core.lines("step_timing")).hasSize(1200);
    assertThat(core.complete(request).get("Pricing.quote").get("count").asInt()).isEqualTo(1200);
  }

  @Test
  void stage_garbage_isForgotten() throws InterruptedException {
    begin("Pricing.quote").end(new CompletableFuture<>(), null);
    assertThat(StepTimer.PENDING.size()).isOne();

    long deadline = System.nanoTime() + 30_000_000_000L;
    while (StepTimer.PENDING.size() > 0 && System.nanoTime() < deadline) {
      System.gc();
      Thread.onSpinWait();
    }
    assertThat(StepTimer.PENDING.size()).isZero();
  }

  @Test
  void stage_thatCannotBeAsked_endsAtItsReturn() throws IOException {
    CompletionStage<String> throwing =
        new CompletableFuture<>() {
          @Override
          public CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            throw new UnsupportedOperationException("not here");
          }
        };
    CompletionStage<String> nothing =
        new CompletableFuture<>() {
          @Override
          public @Nullable CompletableFuture<String> whenComplete(
              BiConsumer<? super String, ? super Throwable> action) {
            return null;
          }
        };
    begin("Pricing.throwing").end(throwing, null);
    begin("Pricing.nothing").end(nothing, null);

    assertThat(outcomes()).containsExactly("ok", "ok");
    assertThat(StepTimer.PENDING.size()).isZero();
  }

  @Test
  void future_thatIsNoStage_endsAtItsReturn() throws IOException {
    Future<String> future = new FutureTask<>(() -> "price");
    begin("Pricing.quote").end(future, null);

    assertThat(onlyLine().get("outcome").asText()).isEqualTo("ok");
  }

  private List<String> steps() throws IOException {
    return core.lines("step_timing").stream().map(line -> line.get("step").asText()).toList();
  }

  private static StepTimer begin(String step) {
    return requireNonNull(StepTimer.begin(step));
  }
}
