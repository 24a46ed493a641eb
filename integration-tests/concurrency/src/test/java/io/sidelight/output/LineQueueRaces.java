package io.sidelight.output;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Arrays;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Producers and the consumer of a {@link LineQueue} at the same time. */
public final class LineQueueRaces {

  private static final byte[] A = {'A'};
  private static final byte[] B = {'B'};
  private static final byte[] C = {'C'};

  private LineQueueRaces() {}

  /** Two producers: both lines are in, each once. */
  @JCStressTest
  @Outcome(
      id = {"AB", "BA"},
      expect = ACCEPTABLE,
      desc = "both lines")
  @Outcome(expect = FORBIDDEN, desc = "a line is lost or there twice")
  @State
  public static class TwoProducers {

    private final LineQueue queue = new LineQueue(8);

    @Actor
    public void first() {
      queue.offer(A, true);
    }

    @Actor
    public void second() {
      queue.offer(B, true);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      result.r1 = rest(queue);
    }
  }

  /** Two producers and room for one: one of them is told so, and its line isn't there. */
  @JCStressTest
  @Outcome(
      id = {"true false A", "false true B"},
      expect = ACCEPTABLE,
      desc = "one line")
  @Outcome(expect = FORBIDDEN, desc = "a line that was refused is there, or one taken in is not")
  @State
  public static class RoomForOne {

    private final LineQueue queue = new LineQueue(1);
    private boolean first;
    private boolean second;

    @Actor
    public void first() {
      first = queue.offer(A, true);
    }

    @Actor
    public void second() {
      second = queue.offer(B, true);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      result.r1 = first + " " + second + " " + rest(queue);
    }
  }

  /** A producer and the consumer: lines come in order, none is lost. */
  @JCStressTest
  @Outcome(id = "AB, ", expect = ACCEPTABLE, desc = "drained at once")
  @Outcome(id = "A, B", expect = ACCEPTABLE, desc = "drained in between")
  @Outcome(id = ", AB", expect = ACCEPTABLE, desc = "drained before")
  @Outcome(expect = FORBIDDEN, desc = "out of order, lost, or there twice")
  @State
  public static class ProducerAndConsumer {

    private final LineQueue queue = new LineQueue(8);

    @Actor
    public void producer() {
      queue.offer(A, true);
      queue.offer(B, true);
    }

    @Actor
    public void consumer(LL_Result result) {
      result.r1 = rest(queue);
    }

    @Arbiter
    public void arbiter(LL_Result result) {
      result.r2 = rest(queue);
    }
  }

  /** The queue is full and its places are used again: what was taken in comes out, in order. */
  @JCStressTest
  @Outcome(id = "complete", expect = ACCEPTABLE, desc = "each line that was taken in came out")
  @Outcome(expect = FORBIDDEN, desc = "lost, or there twice")
  @State
  public static class FullQueue {

    private final LineQueue queue = new LineQueue(2);
    private String taken = "A";
    private String drained = "";

    public FullQueue() {
      queue.offer(A, true);
    }

    @Actor
    public void producer() {
      taken += queue.offer(B, true) ? "B" : "";
      taken += queue.offer(C, true) ? "C" : "";
    }

    @Actor
    public void consumer() {
      drained = rest(queue);
    }

    @Arbiter
    public void arbiter(L_Result result) {
      String all = drained + rest(queue);
      boolean complete = all.equals(taken) && queue.isEmpty() && !queue.halfFull();
      result.r1 = complete ? "complete" : taken + " in, " + all + " out";
    }
  }

  /** All that can be polled now, as text. */
  private static String rest(LineQueue queue) {
    StringBuilder lines = new StringBuilder();
    for (byte[] line = queue.poll(); line != null; line = queue.poll()) {
      lines.append(line.length == 1 ? (char) line[0] : Arrays.toString(line));
    }
    return lines.toString();
  }
}
