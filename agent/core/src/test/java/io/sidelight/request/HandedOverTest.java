package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandedOverTest {

  private final RequestScope first = scope("first");
  private final RequestScope second = scope("second");
  private final Object task = new AtomicReference<>();

  @AfterEach
  void leave() {
    ScopeToken token;
    do {
      token = HandedOver.enterIfHandedOver(task);
      token.close();
    } while (token != ScopeToken.UNCHANGED);
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void goOnTo_taskHandedOverInARequest_isInIt() {
    submit(first);
    assertThat(next()).isSameAs(first);
  }

  @Test
  void goOnTo_taskHandedOverOutsideARequest_isInNone() {
    submit(null);
    RequestScope.makeCurrent(second).keep();
    assertThat(next()).isNull();
  }

  @Test
  void goOnTo_taskHandedOverAfterTheRequest_isInNone() {
    first.finish();
    submit(first);
    assertThat(next()).isNull();
  }

  @Test
  void goOnTo_requestIsOverMeanwhile_isStillInIt() {
    submit(first);
    first.finish();
    assertThat(next()).isSameAs(first);
  }

  @Test
  void goOnTo_requestWasOverLongAgo_isInNone() {
    submit(first);
    first.finish(System.nanoTime() - TimeUnit.MINUTES.toNanos(10));
    assertThat(next()).isNull();
  }

  @Test
  void submitted_loopOverAQueue_isForNobody() {
    Loop loop = new Loop();
    RequestScope.makeCurrent(first).keep();
    HandedOver.submitted(loop);
    HandedOver.goOnTo(loop);
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void enterRun_task_isInTheRequestOfItsRunAndBack() {
    submit(first);
    RequestScope.makeCurrent(second).keep();
    ScopeToken token = HandedOver.enterRun(task);
    assertThat(RequestScope.current()).isSameAs(first);
    token.close();
    assertThat(RequestScope.current()).isSameAs(second);
  }

  @Test
  void enterRun_taskOfNobody_isInNone() {
    RequestScope.makeCurrent(second).keep();
    ScopeToken token = HandedOver.enterRun(task);
    assertThat(RequestScope.current()).isNull();
    token.close();
    assertThat(RequestScope.current()).isSameAs(second);
  }

  @Test
  void bound_task_runsForWhoBoundIt() {
    RequestScope.makeCurrent(first).keep();
    AtomicReference<@Nullable RequestScope> seen = new AtomicReference<>();
    Runnable bound = HandedOver.bound(() -> seen.set(RequestScope.current()));
    RequestScope.makeCurrent(second).keep();
    assertThat(bound).isNotNull();
    if (bound != null) {
      bound.run();
    }
    assertThat(seen.get()).isSameAs(first);
    assertThat(RequestScope.current()).isSameAs(second);
  }

  @Test
  void bound_outsideARequestOrAfterIt_isTheTaskItself() {
    Runnable own = () -> {};
    assertThat(HandedOver.bound(own)).isSameAs(own);
    assertThat(HandedOver.bound(null)).isNull();
    RequestScope.makeCurrent(first).keep();
    first.finish();
    assertThat(HandedOver.bound(own)).isSameAs(own);
  }

  /** An executor and its own loop. */
  private static final class Loop implements Executor, Runnable {
    @Override
    public void execute(Runnable task) {}

    @Override
    public void run() {}
  }

  @Test
  void goOnTo_none_isInNone() {
    RequestScope.makeCurrent(first).keep();
    HandedOver.goOnTo(null);
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void goOnTo_oneObjectForSeveralRequests_isInEachOfThemOnce() {
    submit(first);
    submit(null);
    submit(second);
    submit(first);
    assertThat(next()).isSameAs(first);
    assertThat(next()).isNull();
    assertThat(next()).isSameAs(second);
    assertThat(next()).isSameAs(first);
    assertThat(next()).isNull();
  }

  @Test
  void goOnTo_equalTasks_areNotTheSame() {
    Object one = new ArrayList<>();
    Object other = new ArrayList<>();
    RequestScope.makeCurrent(first).keep();
    HandedOver.submitted(one);
    HandedOver.goOnTo(other);
    assertThat(RequestScope.current()).isNull();
    HandedOver.goOnTo(one);
    assertThat(RequestScope.current()).isSameAs(first);
  }

  @Test
  void goOnTo_taskTakenOutOfItsQueueByHand_laterRunsAreNotPutDownToIt() {
    submit(first); // nobody tells that it is gone
    first.finish();
    for (int i = 0; i < 3; i++) {
      submit(second);
      assertThat(next()).isSameAs(second);
    }
  }

  @Test
  void goOnTo_allRequestsAreOver_isInEachOfThemOnce() {
    submit(first);
    submit(second);
    first.finish();
    second.finish();
    assertThat(new RequestScope[] {next(), next()}).containsExactlyInAnyOrder(first, second);
    assertThat(next()).isNull();
  }

  @Test
  void rejected_forgetsTheRunOfThisRequest() {
    submit(first);
    submit(second);
    HandedOver.rejected(task);
    assertThat(next()).isSameAs(first);
    assertThat(next()).isNull();
  }

  @Test
  void removed_forgetsARun() {
    submit(first);
    HandedOver.removed(task);
    assertThat(next()).isNull();
  }

  @Test
  void enterIfHandedOver_taskHandedOver_returnsToWhereTheThreadWas() {
    submit(first);
    RequestScope.makeCurrent(second).keep();
    ScopeToken token = HandedOver.enterIfHandedOver(task);
    assertThat(RequestScope.current()).isSameAs(first);
    token.close();
    assertThat(RequestScope.current()).isSameAs(second);
  }

  @Test
  void enterIfHandedOver_taskNotHandedOver_isPartOfWhatRunsIt() {
    RequestScope.makeCurrent(second).keep();
    assertThat(HandedOver.enterIfHandedOver(task)).isSameAs(ScopeToken.UNCHANGED);
    assertThat(RequestScope.current()).isSameAs(second);
  }

  @Test
  void enterBound_boundTask_isInItsRequestAsOftenAsAsked() {
    RequestScope.makeCurrent(first).keep();
    HandedOver.bind(task);
    RequestScope.makeCurrent(second).keep();
    HandedOver.submitted(task); // by the thread that completes it: the binding stays
    assertThat(turned()).isSameAs(first);
    assertThat(turned()).isSameAs(first);
    assertThat(next()).isSameAs(first);
    HandedOver.unbind(task);
    assertThat(turned()).isNull();
  }

  @Test
  void enterBound_taskBoundOutsideARequest_leavesTheThreadsOwn() {
    RequestScope.makeCurrent(null).keep();
    HandedOver.bind(task);
    assertThat(turned()).isNull();
  }

  @Test
  void enterBound_taskBoundOnceTheRequestIsOver_staysWhereItIs() {
    second.finish();
    RequestScope.makeCurrent(second).keep();
    HandedOver.bind(task);
    assertThat(turned()).isSameAs(second);
  }

  @Test
  void submitted_taskOfInfrastructure_isNotFollowed() {
    Object continuation = new Object(); // of java.lang
    RequestScope.makeCurrent(first).keep();
    HandedOver.submitted(continuation);
    HandedOver.goOnTo(continuation);
    assertThat(RequestScope.current()).isNull();
  }

  private void submit(@Nullable RequestScope scope) {
    RequestScope.makeCurrent(scope).keep();
    HandedOver.submitted(task);
    RequestScope.makeCurrent(scope).keep();
  }

  private @Nullable RequestScope next() {
    HandedOver.goOnTo(task);
    return RequestScope.current();
  }

  /** Where the task leads a thread to that is in the second request. */
  private @Nullable RequestScope turned() {
    RequestScope.makeCurrent(second).keep();
    ScopeToken token = HandedOver.enterBound(task);
    RequestScope there = RequestScope.current();
    token.close();
    assertThat(RequestScope.current()).isSameAs(second);
    return there;
  }

  private static RequestScope scope(String id) {
    FakeExchange exchange = new FakeExchange();
    return new RequestScope(exchange, id, true, null, TraceContext.of(exchange));
  }
}
