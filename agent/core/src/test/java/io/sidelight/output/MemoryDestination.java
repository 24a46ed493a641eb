package io.sidelight.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps what is written; can be made to fail or to hang. */
final class MemoryDestination implements Destination {

  private final StringBuilder written = new StringBuilder();
  private final List<Integer> writes = new ArrayList<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private final CountDownLatch entered = new CountDownLatch(1);
  volatile boolean failing;

  static MemoryDestination open() {
    return new MemoryDestination();
  }

  static MemoryDestination stuck() {
    MemoryDestination stuck = new MemoryDestination();
    stuck.gate = new CountDownLatch(1);
    return stuck;
  }

  void release() {
    gate.countDown();
  }

  void awaitWrite() {
    await(entered);
  }

  synchronized List<String> lines() {
    return written.toString().lines().toList();
  }

  synchronized String all() {
    return written.toString();
  }

  synchronized List<Integer> writes() {
    return List.copyOf(writes);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public int batchSize() {
    return 4096;
  }

  @Override
  public void write(byte[] bytes, int length) throws IOException {
    entered.countDown();
    await(gate);
    if (failing) {
      throw new IOException("no room");
    }
    synchronized (this) {
      written.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
      writes.add(length);
    }
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new UncheckedIOException(new IOException("waited too long"));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
