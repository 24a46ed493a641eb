package io.sidelight.tests.harness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The book of what arrived at the other side. The first segment of each path is a number that says
 * which call of a test it is.
 */
public final class ReceivedRequests {

  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, List<ReceivedRequest>> arrived = new ConcurrentHashMap<>();

  /** A number that no call has had. */
  int next() {
    return numbers.incrementAndGet();
  }

  /** Returns how many have arrived under its number. */
  public int add(ReceivedRequest arrival) {
    List<ReceivedRequest> arrivals = under(number(arrival.target()));
    arrivals.add(arrival);
    return arrivals.size();
  }

  /** What has arrived under a number, which is forgotten. */
  public List<ReceivedRequest> take(int number) {
    List<ReceivedRequest> arrivals = arrived.remove(number);
    return arrivals == null ? List.of() : arrivals;
  }

  public int count(int number) {
    return under(number).size();
  }

  private List<ReceivedRequest> under(int number) {
    return arrived.computeIfAbsent(number, unknown -> new CopyOnWriteArrayList<>());
  }

  /** 0 for a path without one. */
  static int number(String target) {
    String[] segments = target.split("[/?]");
    return segments.length > 1 && segments[1].matches("\\d+") ? Integer.parseInt(segments[1]) : 0;
  }
}
