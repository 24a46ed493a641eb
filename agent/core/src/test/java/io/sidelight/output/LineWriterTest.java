package io.sidelight.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineWriterTest {

  private final AtomicLong lost = new AtomicLong();
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicLong time = new AtomicLong();

  @BeforeEach
  @AfterEach
  void forgetDiagnostics() {
    Diagnostics.reset();
  }

  @Test
  void linesOfManyThreads_allArriveWhole_andInTheOrderOfEachThread() throws Exception {
    MemoryDestination destination = MemoryDestination.open();
    LineWriter writer = writer(destination, 256, true);
    int threads = 8;
    int each = 5000;
    List<Thread> producers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      producers.add(
          new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  writer.write(line(thread + "-" + i + "-" + "x".repeat(i % 90)), false);
                }
              }));
    }
    producers.forEach(Thread::start);
    for (Thread producer : producers) {
      producer.join();
    }
    close(writer);

    List<String> lines = destination.lines();
    assertThat(lines).hasSize(threads * each);
    int[] next = new int[threads];
    for (String line : lines) {
      String[] parts = line.split("-", -1);
      int thread = Integer.parseInt(parts[0]);
      assertThat(Integer.parseInt(parts[1])).isEqualTo(next[thread]++);
      assertThat(parts[2]).hasSize((next[thread] - 1) % 90);
    }
    assertThat(Collections.max(destination.writes())).isLessThanOrEqualTo(4096);
    assertThat(destination.writes()).hasSizeLessThan(threads * each / 4);
  }

  @Test
  void closing_waitsForLines_thatTheWriterHasTakenFromTheQueue() throws Exception {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer = writer(destination, 16, false);
    writer.write(line("being written"), false);
    destination.awaitWrite();
    List<String> writtenAtClose = new ArrayList<>();
    Thread closing =
        new Thread(
            () -> {
              close(writer);
              writtenAtClose.addAll(destination.lines());
            });

    closing.start();
    while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
      Thread.onSpinWait();
    }
    destination.release();
    closing.join();

    assertThat(writtenAtClose).containsExactly("being written");
  }

  @Test
  void fullQueue_dropsAndCounts_butKeepsRoomForImportantLines() {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer = writer(destination, 16, false);
    writer.write(line("first"), false);
    destination.awaitWrite();

    for (int i = 0; i < 50; i++) {
      writer.write(line("ordinary " + i), false);
    }
    writer.write(line("warning"), true);
    writer.write(line("audit"), true);
    writer.write(line("too much"), true);
    assertThat(writer.lost()).isEqualTo(50 - 14 + 1);
    destination.release();
    close(writer);

    assertThat(destination.lines()).hasSize(1 + 14 + 2).contains("warning", "audit");
    assertThat(lost).hasValue(37);
    assertThat(writer.lost()).isZero();
  }

  @Test
  void losses_areToldByTheWriter_whenThereIsRoomAgain() {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer = writer(destination, 16, false);
    writer.write(line("first"), false);
    destination.awaitWrite();
    for (int i = 0; i < 20; i++) {
      writer.write(line("x"), false);
    }
    destination.release();

    MemoryDestination.await(told);
    assertThat(lost).hasValue(6);
    close(writer);
  }

  @Test
  void blocking_waitsForRoom_andLosesNothing() throws Exception {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer = writer(destination, 8, true);
    AtomicBoolean interruptKept = new AtomicBoolean();
    Thread producer =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              for (int i = 0; i < 100; i++) {
                writer.write(line("line " + i), false);
              }
              interruptKept.set(Thread.interrupted());
            });
    producer.start();
    destination.awaitWrite();
    destination.release();
    producer.join();
    close(writer);

    assertThat(destination.lines()).hasSize(100);
    assertThat(interruptKept).isTrue();
    assertThat(lost).hasValue(0);
  }

  @Test
  void blocking_onABrokenDestination_losesLinesInsteadOfWaiting() {
    MemoryDestination destination = MemoryDestination.open();
    destination.failing = true;
    LineWriter writer = writer(destination, 8, true);

    for (int i = 0; i < 500; i++) {
      writer.write(line("line " + i), false);
    }
    destination.failing = false;
    close(writer);

    assertThat(lost.get() + destination.lines().size()).isEqualTo(500);
  }

  @Test
  void brokenDestination_isToldOnce_andResumesWhenTheFaultIsGone() {
    MemoryDestination destination = MemoryDestination.open();
    destination.failing = true;
    LineWriter writer = writer(destination, 64, false);
    close(writer); // from here on each line is waited for

    writer.write(line("a"), false);
    writer.write(line("b"), false);
    assertThat(writer.lost()).isEqualTo(2);
    destination.failing = false;
    writer.write(line("c"), false);

    assertThat(destination.lines()).containsExactly("c");
    assertThat(lost).hasValue(2);
    assertThat(Diagnostics.counts()).containsEntry("output", 1L);
  }

  @Test
  void brokenDestination_isTriedAgainAfterASecond_withASingleLine() {
    MemoryDestination destination = MemoryDestination.open();
    destination.failing = true;
    Losses losses = new Losses(clock());
    Outlet outlet = new Outlet(destination, losses, clock());
    outlet.add(line("a"));
    outlet.add(line("b"));
    outlet.flush();
    assertThat(outlet.ready()).isFalse();
    time.addAndGet(999_000_000);
    assertThat(outlet.ready()).isFalse();

    time.addAndGet(1_000_000);
    assertThat(outlet.ready()).isTrue();
    outlet.add(line("c"));
    assertThat(outlet.ready()).isFalse();
    assertThat(losses.count()).isEqualTo(3);

    destination.failing = false;
    time.addAndGet(1_000_000_000);
    outlet.add(line("d"));
    assertThat(outlet.broken()).isFalse();
    outlet.add(line("e"));
    assertThat(destination.lines()).containsExactly("d");
    outlet.flush();
    assertThat(destination.lines()).containsExactly("d", "e");
  }

  @Test
  void lineLongerThanABatch_goesAlone() {
    MemoryDestination destination = MemoryDestination.open();
    Outlet outlet = new Outlet(destination, new Losses(clock()), clock());
    outlet.add(line("short"));
    outlet.add(line("l".repeat(9000)));
    outlet.add(line("after"));
    outlet.flush();

    assertThat(destination.writes()).containsExactly(6, 9001, 6);
  }

  @Test
  void closing_writesEverythingOut_andLateLinesAtOnce() {
    MemoryDestination destination = MemoryDestination.open();
    LineWriter writer = writer(destination, 8192, false);
    for (int i = 0; i < 1000; i++) {
      writer.write(line("line " + i), false);
    }
    close(writer);
    assertThat(destination.lines()).hasSize(1000);

    writer.write(line("late"), false);
    assertThat(destination.lines()).hasSize(1001).endsWith("late");
  }

  @Test
  void closing_whileManyThreadsWrite_losesNothing() throws Exception {
    for (int round = 0; round < 20; round++) {
      MemoryDestination destination = MemoryDestination.open();
      LineWriter writer = writer(destination, 8192, false);
      CountDownLatch running = new CountDownLatch(4);
      List<Thread> producers = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        producers.add(
            new Thread(
                () -> {
                  for (int i = 0; i < 1000; i++) {
                    writer.write(line("x"), false);
                    if (i == 100) {
                      running.countDown();
                    }
                  }
                }));
      }
      producers.forEach(Thread::start);
      running.await();
      close(writer);
      for (Thread producer : producers) {
        producer.join();
      }

      assertThat(destination.lines()).hasSize(4000);
    }
  }

  @Test
  void closing_whileTheDestinationIsStuck_givesUpInTime() {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer =
        new LineWriter(
            destination,
            16,
            false,
            this::tell,
            TestLines.CLOCK,
            new ShutdownWait(TimeUnit.MILLISECONDS.toNanos(50)));
    writer.write(line("first"), false);
    destination.awaitWrite();

    close(writer); // the test's timeout is the proof that it returns
    writer.write(line("late"), false);
    writer.write(line("later"), false);

    assertThat(destination.lines()).isEmpty();
    destination.release();
  }

  @Test
  void closing_letsThreadsGoThatAFullQueueBlocks() throws Exception {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer =
        new LineWriter(
            destination,
            8,
            true,
            this::tell,
            TestLines.CLOCK,
            new ShutdownWait(TimeUnit.MILLISECONDS.toNanos(50)));
    writer.write(line("first"), false);
    destination.awaitWrite();
    Thread producer =
        new Thread(
            () -> {
              for (int i = 0; i < 100; i++) {
                writer.write(line("line " + i), false);
              }
            });
    producer.start();

    close(writer);
    producer.join();

    assertThat(writer.lost()).isPositive();
    destination.release();
  }

  @Test
  void writerThread_isADaemonWithoutTheApplicationsClassLoader() {
    MemoryDestination destination = MemoryDestination.stuck();
    LineWriter writer = writer(destination, 16, false);
    writer.write(line("first"), false);
    destination.awaitWrite();
    Thread thread =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().equals("sidelight-writer"))
            .findFirst()
            .orElseThrow();

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
    assertThat(thread.getThreadGroup().getParent()).isNull();
    destination.release();
    close(writer);
  }

  @Test
  void lossEvent_isWrittenAsALine() {
    MemoryDestination destination = MemoryDestination.stuck();
    EventLog log =
        new EventLog(
            TestLines.settings().queue(16).build(),
            TestLines.info(),
            TestLines.redactor(),
            destination,
            null,
            TestLines.CLOCK,
            TimeUnit.SECONDS.toNanos(5));
    log.log(TestLines.event("first", Level.INFO), null);
    destination.awaitWrite();
    for (int i = 0; i < 20; i++) {
      log.log(TestLines.event("x", Level.INFO), null);
    }
    destination.release();
    log.close();

    assertThat(destination.all())
        .contains(
            "\"event\":\"events_dropped\",\"request_id\":\"-\",\"user_id\":\"-\",\"method\":\"-\","
                + "\"path\":\"-\",\"dropped\":6,\"since\":\"2026-11-22T10:15:30.123Z\"");
  }

  private LineWriter writer(Destination destination, int capacity, boolean block) {
    return new LineWriter(
        destination,
        capacity,
        block,
        this::tell,
        TestLines.CLOCK,
        new ShutdownWait(TimeUnit.SECONDS.toNanos(20)));
  }

  private static void close(LineWriter writer) {
    writer.close();
    writer.awaitWritten();
  }

  private void tell(long count, long sinceMillis) {
    lost.addAndGet(count);
    told.countDown();
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public long millis() {
        return TestLines.MILLIS;
      }

      @Override
      public long nanos() {
        return time.get();
      }
    };
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
