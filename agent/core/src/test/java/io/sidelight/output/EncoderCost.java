package io.sidelight.output;

import io.sidelight.event.Event;
import io.sidelight.event.Fields;
import io.sidelight.event.Level;
import io.sidelight.event.RequestInfo;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Prints what one line of a completed request costs: nanoseconds and bytes allocated, encoding
 * alone and with the hand-over to the queue. Run by hand; figures of a busy machine mean little.
 */
final class EncoderCost {

  private static final int LINES = 500_000;

  private EncoderCost() {}

  public static void main(String[] args) {
    OutputSettings.Builder settings =
        OutputSettings.builder().service(ServiceLabel.of("orders")).env("prod");
    RequestInfo request =
        new TestLines.Request(
            "0190b5a2-7c3e-7d4a-9f21-3b6c8e5d1a70",
            "alice@example.com",
            "GET",
            "/api/v1/orders/4711/items",
            null,
            null,
            false);
    Event event = new Completed();
    EventLog log =
        new EventLog(
            settings.queue(8192).build(),
            TestLines.info(),
            TestLines.redactor(),
            new Nowhere(),
            null,
            Clock.SYSTEM,
            1_000_000_000L);
    for (int round = 0; round < 8; round++) {
      measure("encode", () -> log.encode(event, request));
      measure("log   ", () -> log.log(event, request));
    }
    System.out.println("bytes in a line: " + log.encode(event, request).length);
    log.close();
  }

  private static void measure(String what, Runnable once) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long bytes = threads.getThreadAllocatedBytes(id);
    long start = System.nanoTime();
    for (int i = 0; i < LINES; i++) {
      once.run();
    }
    long nanos = System.nanoTime() - start;
    long allocated = threads.getThreadAllocatedBytes(id) - bytes;
    System.out.println(what + " ns/line " + nanos / LINES + "  bytes/line " + allocated / LINES);
  }

  private static final class Completed implements Event {
    private static final List<String> KEYS = List.of("page", "size");

    @Override
    public String name() {
      return "request_completed";
    }

    @Override
    public String logger() {
      return "http";
    }

    @Override
    public Level level() {
      return Level.INFO;
    }

    @Override
    public void writeTo(Fields fields) {
      fields.number("status", 200);
      fields.millis("duration_ms", 12_340_000);
      fields.text("content_type", "application/json");
      fields.number("bytes_out", 5120);
      fields.number("bytes_in", 0);
      fields.constant("route", "/api/v1/orders/{id}/items");
      fields.names("query_keys", KEYS);
    }
  }

  private static final class Nowhere implements Destination {
    @Override
    public String name() {
      return "nowhere";
    }

    @Override
    public int batchSize() {
      return 4096;
    }

    @Override
    public void write(byte[] bytes, int length) {}
  }
}
