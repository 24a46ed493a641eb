package io.sidelight.request;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** One task object in {@link HandedOver}, which several threads hand over and run. */
public final class HandedOverRaces {

  private static final RequestScope FIRST = Scopes.scope("first");
  private static final RequestScope SECOND = Scopes.scope("second");

  private HandedOverRaces() {}

  /** Two requests hand over the same object: each of them gets one of its runs. */
  @JCStressTest
  @Outcome(
      id = {"first second", "second first"},
      expect = ACCEPTABLE,
      desc = "one run each")
  @Outcome(expect = FORBIDDEN, desc = "a request has lost its run")
  @State
  public static class TwoRequests {

    private final Object task = new Object();

    @Actor
    public void first() {
      HandedOver.submitted(task, FIRST);
    }

    @Actor
    public void second() {
      HandedOver.submitted(task, SECOND);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      result.r1 = (run(task) + " " + run(task) + " " + run(task)).replace(" -", "");
    }
  }

  /** A run that waits goes to its request, while another request hands the object over. */
  @JCStressTest
  @Outcome(id = "first second", expect = ACCEPTABLE, desc = "in order")
  @Outcome(expect = FORBIDDEN, desc = "a run is lost or another's")
  @State
  public static class RunWhileAnotherIsHandedOver {

    private final Object task = new Object();
    private String run = "";

    public RunWhileAnotherIsHandedOver() {
      HandedOver.submitted(task, FIRST);
    }

    @Actor
    public void handOver() {
      HandedOver.submitted(task, SECOND);
    }

    @Actor
    public void pool() {
      run = run(task);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      result.r1 = (run + " " + run(task) + " " + run(task)).replace(" -", "");
    }
  }

  /** Two threads run the object that was handed over twice: neither gets the other's request. */
  @JCStressTest
  @Outcome(
      id = {"first second", "second first"},
      expect = ACCEPTABLE,
      desc = "one run each")
  @Outcome(expect = FORBIDDEN, desc = "a run is lost or there twice")
  @State
  public static class TwoRuns {

    private final Object task = new Object();
    private String one = "";
    private String other = "";

    public TwoRuns() {
      HandedOver.submitted(task, FIRST);
      HandedOver.submitted(task, SECOND);
    }

    @Actor
    public void one() {
      one = run(task);
    }

    @Actor
    public void other() {
      other = run(task);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      result.r1 = (one + " " + other + " " + run(task)).replace(" -", "");
    }
  }

  /** Runs the task as the thread of a pool does; returns whom for, "-" for nobody. */
  private static String run(Object task) {
    HandedOver.goOnTo(task);
    RequestScope scope = RequestScope.current();
    HandedOver.goOnTo(null);
    return scope == null ? "-" : scope == FIRST ? "first" : "second";
  }
}
