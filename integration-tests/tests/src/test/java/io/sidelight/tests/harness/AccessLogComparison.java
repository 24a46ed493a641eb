package io.sidelight.tests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares Sidelight's lines with the server's access log, one to one: by request ID, and by status
 * where the server writes its line before the response has the ID.
 *
 * <p>Two differences are the server's: it logs an upgrade to HTTP/2 (101) besides the request that
 * came with it, and it logs 500 for an exception after the client has been sent another status.
 *
 * <p>Both durations begin when the server has seen the first byte, and Sidelight takes its time
 * after the server: no line may be shorter than the server's by more than its rounding to
 * milliseconds (before Tomcat 10), and where there are enough of them half may be longer by no more
 * than {@value #MEDIAN_MS} ms. Nine in ten may be longer by up to {@value #LONGEST_MS} ms, and the
 * tenth by up to {@value #BUSIEST_MS} ms, because the machine may be busy between the two. Where it
 * is the server that comes second, all this holds the other way round.
 */
public final class AccessLogComparison {

  private static final double SHORTEST_MS = -1.1;
  private static final double MEDIAN_MS = 2;
  private static final double LONGEST_MS = 1000;
  private static final double BUSIEST_MS = 10_000;
  private static final int ENOUGH = 100;

  /** The first releases with HTTP/2 give streams no start time, and log the time of day. */
  private static final double NO_START_MS = 1e9;

  private AccessLogComparison() {}

  public static void check(
      List<LogLine> lines, List<AccessLog.Entry> entries, TestedRelease target) {
    Map<String, LogLine> byId = new HashMap<>();
    lines.forEach(line -> byId.put(line.requestId(), line));
    List<AccessLog.Entry> unnamed = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    List<Double> apart = new ArrayList<>();
    for (AccessLog.Entry entry : entries) {
      LogLine named = byId.get(entry.requestId());
      if (entry.status() == 101 && (named == null || named.status() != 101)) {
        continue;
      }
      LogLine line = byId.remove(entry.requestId());
      if (line == null) {
        unnamed.add(entry);
      } else {
        compare(line, entry, target, differences);
        if (entry.durationMs() < NO_START_MS) {
          apart.add(line.durationMs() - entry.durationMs());
        }
      }
    }
    for (AccessLog.Entry entry : unnamed) {
      LogLine line =
          byId.values().stream()
              .filter(candidate -> candidate.status() == entry.status())
              .filter(candidate -> bytes(candidate) == entry.bytes())
              .findFirst()
              .orElse(null);
      if (line == null) {
        differences.add("only in the access log: " + entry.raw());
      } else {
        byId.remove(line.requestId());
      }
    }
    if (target.has(Quirk.REFUSALS_NOT_IN_ACCESS_LOG)) {
      byId.values().removeIf(line -> line.status() == 400 && bytes(line) == 0);
    }
    if (target.has(Quirk.FORGETS_ABANDONED)) {
      byId.values().removeIf(line -> line.flag("aborted") && line.has("error"));
    }
    if (target.has(Quirk.TRACE_NOT_IN_ACCESS_LOG)) {
      byId.values().removeIf(line -> line.status() == 405 && line.text("method").equals("TRACE"));
    }
    byId.values().forEach(line -> differences.add("not in the access log: " + line));
    assertThat(differences).as("differences from the access log of %s", target).isEmpty();
    if (target.server().logsAfterAgent()) {
      apart.replaceAll(difference -> -difference);
    }
    apart.sort(null);
    assertThat(apart.get(0)).as("shortest on %s", target).isGreaterThan(shortest(target));
    assertThat(apart.get((apart.size() - 1) * 9 / 10))
        .as("nine in ten on %s", target)
        .isLessThan(LONGEST_MS);
    assertThat(apart.get(apart.size() - 1)).as("longest on %s", target).isLessThan(BUSIEST_MS);
    if (apart.size() >= ENOUGH) {
      assertThat(apart.get(apart.size() / 2)).as("median on %s", target).isLessThan(MEDIAN_MS);
    }
  }

  private static double shortest(TestedRelease target) {
    return target.has(Quirk.LOGS_LATER) ? -LONGEST_MS : SHORTEST_MS;
  }

  private static void compare(
      LogLine line, AccessLog.Entry entry, TestedRelease target, List<String> differences) {
    boolean same =
        (line.status() == entry.status()
                || failedAfterCommit(line, entry)
                || headersNotSent(line, target))
            && (bytes(line) == entry.bytes()
                || framed(line, entry, target)
                || bodyless(line, target)
                || headersNotSent(line, target)
                || writtenMeanwhile(line, entry, target)
                || notCounted(line, entry, target))
            && (line.text("method").equals(entry.method()) || madeUp(line, target));
    if (!same) {
      differences.add(entry.raw() + " <> " + line);
    }
  }

  /** An application may go on writing to a connection that is gone while the server logs. */
  private static boolean writtenMeanwhile(
      LogLine line, AccessLog.Entry entry, TestedRelease target) {
    return target.has(Quirk.WRITES_ON) && line.flag("aborted") && bytes(line) > entry.bytes();
  }

  /** A chunk of the suites costs a few bytes more than it has, and there is an empty one last. */
  private static boolean framed(LogLine line, AccessLog.Entry entry, TestedRelease target) {
    long framing = entry.bytes() - bytes(line);
    return target.has(Quirk.LOGS_CHUNK_FRAMING) && framing > 0 && framing < 16 + bytes(line) / 100;
  }

  private static boolean bodyless(LogLine line, TestedRelease target) {
    return target.has(Quirk.LOGS_BODIES_OF_HEAD)
        && line.text("method").equals("HEAD")
        && bytes(line) == 0;
  }

  private static boolean headersNotSent(LogLine line, TestedRelease target) {
    return target.has(Quirk.LOGS_UNSENT_HEADERS)
        && line.status() == 500
        && line.text("path").endsWith("/fail/large-header");
  }

  private static boolean failedAfterCommit(LogLine line, AccessLog.Entry entry) {
    return entry.status() == 500
        && line.status() == 200
        && (line.flag("aborted") || line.text("path").endsWith("/fail/committed"));
  }

  private static boolean notCounted(LogLine line, AccessLog.Entry entry, TestedRelease target) {
    return target.has(Quirk.LOGS_NO_BYTES_OF_ERRORS) && entry.bytes() == 0 && line.status() >= 400;
  }

  private static boolean madeUp(LogLine line, TestedRelease target) {
    return target.has(Quirk.LOGS_MADE_UP_REQUESTS) && line.text("method").equals("-");
  }

  private static long bytes(LogLine line) {
    return line.has("bytes_out") ? line.number("bytes_out") : 0;
  }
}
