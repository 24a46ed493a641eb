package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeTokenTest {

  private static final int TIMES = 10_000;

  private final RequestScope first = scope();
  private final RequestScope second = scope();
  private final RequestScope third = scope();

  @AfterEach
  void leave() {
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void close_inOrder_leadsBackStepByStep() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken middle = RequestScope.makeCurrent(null);
    ScopeToken inner = RequestScope.makeCurrent(second);
    assertThat(RequestScope.current()).isSameAs(second);
    inner.close();
    assertThat(RequestScope.current()).isNull();
    middle.close();
    assertThat(RequestScope.current()).isSameAs(first);
    outer.close();
    assertThat(RequestScope.current()).isNull();
  }

  /** A pool with one connection delivers it to the next call inside the callback of the last. */
  @Test
  void makeCurrent_callbacksInsideEachOther_areEachInTheScopeOfTheirOwner() {
    ScopeToken response = RequestScope.makeCurrent(first);
    ScopeToken nextCall = RequestScope.makeCurrent(second);
    ScopeToken ownerless = RequestScope.makeCurrent(null);
    assertThat(RequestScope.current()).isNull();
    ScopeToken again = RequestScope.makeCurrent(second);
    assertThat(RequestScope.current()).isSameAs(second);
    again.close();
    ownerless.close();
    assertThat(RequestScope.current()).isSameAs(second);
    nextCall.close();
    assertThat(RequestScope.current()).isSameAs(first);
    response.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void makeCurrent_deeperThanTokensAreKept_leadsBackAllTheSame() {
    ScopeToken[] tokens = new ScopeToken[200];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = RequestScope.makeCurrent(i % 2 == 0 ? first : second);
    }
    for (int i = tokens.length - 1; i >= 0; i--) {
      assertThat(RequestScope.current()).isSameAs(i % 2 == 0 ? first : second);
      tokens[i].close();
    }
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_outerTokenFirst_closesTheInnerOnesToo() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken middle = RequestScope.makeCurrent(second);
    ScopeToken inner = RequestScope.makeCurrent(third);
    outer.close();
    assertThat(RequestScope.current()).isNull();
    inner.close();
    middle.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_innerTokenLate_leavesLaterTokensAlone() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken inner = RequestScope.makeCurrent(second);
    outer.close();
    ScopeToken later = RequestScope.makeCurrent(first);
    ScopeToken latest = RequestScope.makeCurrent(third);
    inner.close();
    assertThat(RequestScope.current()).isSameAs(third);
    latest.close();
    assertThat(RequestScope.current()).isSameAs(first);
    later.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_again_hasNoEffect() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken inner = RequestScope.makeCurrent(second);
    inner.close();
    inner.close();
    assertThat(RequestScope.current()).isSameAs(first);
    outer.close();
  }

  @Test
  void close_onAnotherThread_leavesThatOneAloneAndLeadsTheTokensOwnBack() throws Exception {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken inner = RequestScope.makeCurrent(second);
    RequestScope there =
        onAnotherThread(
            () -> {
              ScopeToken own = RequestScope.makeCurrent(third);
              inner.close();
              RequestScope current = RequestScope.current();
              own.close();
              return current;
            });
    assertThat(there).isSameAs(third);
    assertThat(RequestScope.current()).isSameAs(first);
    ScopeToken next = RequestScope.makeCurrent(third);
    assertThat(next).isNotSameAs(inner);
    assertThat(RequestScope.current()).isSameAs(third);
    inner.close();
    assertThat(RequestScope.current()).isSameAs(third);
    next.close();
    outer.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_onlyTokenOnAnotherThread_leadsItsOwnOut() throws Exception {
    ScopeToken token = RequestScope.makeCurrent(first);
    onAnotherThread(
        () -> {
          token.close();
          return null;
        });
    assertThat(RequestScope.current()).isNull();
    ScopeToken next = RequestScope.makeCurrent(second);
    assertThat(RequestScope.current()).isSameAs(second);
    next.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_outerTokenOnAnotherThread_waitsForTheInnerOne() throws Exception {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken inner = RequestScope.makeCurrent(second);
    onAnotherThread(
        () -> {
          outer.close();
          return null;
        });
    assertThat(RequestScope.current()).isSameAs(second);
    inner.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void keep_innerToken_staysUntilTheOuterOneIsClosed() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    RequestScope.makeCurrent(second).keep();
    assertThat(RequestScope.current()).isSameAs(second);
    RequestScope.makeCurrent(third).keep();
    assertThat(RequestScope.current()).isSameAs(third);
    outer.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void hold_threadGoesOn_leadsBack() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken held = RequestScope.hold();
    assertThat(RequestScope.current()).isSameAs(first);
    RequestScope.makeCurrent(second).keep();
    RequestScope.makeCurrent(null).keep();
    held.close();
    assertThat(RequestScope.current()).isSameAs(first);
    outer.close();
  }

  @Test
  void hold_onAThreadThatWasInNone_leadsOut() throws Exception {
    RequestScope after =
        onAnotherThread(
            () -> {
              ScopeToken held = RequestScope.hold();
              RequestScope.makeCurrent(first).keep();
              held.close();
              return RequestScope.current();
            });
    assertThat(after).isNull();
  }

  @Test
  void abandonAll_openTokens_areForgotten() {
    ScopeToken outer = RequestScope.makeCurrent(first);
    ScopeToken inner = RequestScope.makeCurrent(second);
    RequestScope.abandonAll();
    assertThat(RequestScope.current()).isNull();
    RequestScope fresh = scope();
    ScopeToken later = RequestScope.makeCurrent(fresh);
    inner.close();
    outer.close();
    assertThat(RequestScope.current()).isSameAs(fresh);
    later.close();
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void close_whatAdviceReturned_nullIsNothing() {
    ScopeToken token = RequestScope.makeCurrent(first);
    ScopeToken.close(null);
    ScopeToken.keep(null);
    assertThat(RequestScope.current()).isSameAs(first);
    ScopeToken.close((Object) token);
    assertThat(RequestScope.current()).isNull();
  }

  @Test
  void makeCurrent_asDeepAsBefore_allocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(threads.isThreadAllocatedMemorySupported());
    long id = Thread.currentThread().getId();
    enterAndLeave();
    long before = threads.getThreadAllocatedBytes(id);
    enterAndLeave();
    long allocated = threads.getThreadAllocatedBytes(id) - before;
    assertThat(allocated).isLessThan(TIMES); // less than a byte each: what asking takes
  }

  private void enterAndLeave() {
    for (int i = 0; i < TIMES; i++) {
      ScopeToken outer = RequestScope.makeCurrent(first);
      ScopeToken held = RequestScope.hold();
      RequestScope.makeCurrent(second).keep();
      ScopeToken inner = RequestScope.makeCurrent(null);
      inner.close();
      held.close();
      outer.close();
    }
  }

  private static @Nullable RequestScope onAnotherThread(Work work) throws InterruptedException {
    AtomicReference<@Nullable RequestScope> result = new AtomicReference<>();
    Thread thread = new Thread(() -> result.set(work.run()));
    thread.start();
    thread.join();
    return result.get();
  }

  private interface Work {
    @Nullable RequestScope run();
  }

  private static RequestScope scope() {
    FakeExchange exchange = new FakeExchange();
    return new RequestScope(exchange, "id", true, null, TraceContext.of(exchange));
  }
}
