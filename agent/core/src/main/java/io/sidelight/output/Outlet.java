package io.sidelight.output;

import java.io.IOException;

/**
 * Gathers lines into batches for one destination, and keeps account of its faults: lines that could
 * not be written are lost and counted, the first fault is told, and each second a single line is
 * risked until one comes through. Guarded by the lock of its {@link LineWriter}, but for {@link
 * #broken}.
 */
final class Outlet {

  static final long RETRY_NANOS = 1_000_000_000L;

  private final Destination destination;
  private final Losses losses;
  private final Clock clock;
  private byte[] batch = {};
  private int used;
  private int usedLines;
  private boolean told;
  private long retryAt;
  private volatile boolean broken;

  Outlet(Destination destination, Losses losses, Clock clock) {
    this.destination = destination;
    this.losses = losses;
    this.clock = clock;
  }

  String name() {
    return destination.name();
  }

  /** Whether the last write failed. From any thread. */
  boolean broken() {
    return broken;
  }

  /** Whether it makes sense to write now. */
  boolean ready() {
    return !broken || clock.nanos() - retryAt >= 0;
  }

  /** Makes the next line be tried whatever came before. */
  void retryNow() {
    retryAt = clock.nanos();
  }

  void add(byte[] line) {
    if (batch.length == 0) {
      batch = new byte[destination.batchSize()];
    }
    if (line.length > batch.length - used) {
      flush();
    }
    if (line.length > batch.length) {
      send(line, line.length, 1);
      return;
    }
    System.arraycopy(line, 0, batch, used, line.length);
    used += line.length;
    usedLines++;
    if (broken) {
      flush();
    }
  }

  void flush() {
    if (used > 0) {
      int length = used;
      int lines = usedLines;
      used = 0;
      usedLines = 0;
      send(batch, length, lines);
    }
  }

  private void send(byte[] bytes, int length, int lines) {
    try {
      destination.write(bytes, length);
      broken = false;
    } catch (IOException | RuntimeException fault) {
      losses.add(lines);
      broken = true;
      retryAt = clock.nanos() + RETRY_NANOS;
      tellOnce(fault);
    }
  }

  private void tellOnce(Exception fault) {
    if (told) {
      return;
    }
    told = true;
    String message = fault.getMessage();
    StandardError.say(
        "can't write to "
            .concat(destination.name())
            .concat(" (")
            .concat(message == null ? fault.getClass().getName() : message)
            .concat("); lines are lost until it works again"));
    Diagnostics.report("output", "Lines were lost: their destination failed.", fault);
  }
}
