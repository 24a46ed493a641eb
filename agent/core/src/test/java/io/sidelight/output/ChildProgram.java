package io.sidelight.output;

import io.sidelight.config.OverflowPolicy;
import io.sidelight.event.Level;
import org.jspecify.annotations.Nullable;

/** Programs that tests run in a JVM of their own: what happens to lines when a process ends. */
final class ChildProgram {

  private ChildProgram() {}

  public static void main(String[] args) throws Exception {
    EventLog log =
        EventLog.start(
            OutputSettings.builder()
                .destination(args[1])
                .overflow(
                    args[0].equals("exit-blocked") ? OverflowPolicy.BLOCK : OverflowPolicy.DROP)
                .build(),
            TestLines.info(),
            TestLines.redactor());
    Diagnostics.attach(log);
    switch (args[0]) {
      case "return" -> lines(log, 1000);
      case "exit" -> {
        lines(log, 1000);
        System.exit(3);
      }
      case "exit-long" -> {
        lines(log, 7000);
        System.exit(3);
      }
      case "exit-blocked" -> {
        Thread blocked = new Thread(() -> lines(log, 100_000));
        blocked.start();
        while (blocked.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
        log.beforeClose(() -> lines(log, 10));
        System.exit(3);
      }
      case "late" -> {
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(
                    () -> {
                      try {
                        Thread closing = named("sidelight-exit");
                        if (closing != null) {
                          closing.join();
                        }
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                      lines(log, 10);
                    }));
        lines(log, 1000);
      }
      case "first-in-hook" ->
          Runtime.getRuntime().addShutdownHook(new Thread(() -> lines(log, 10)));
      case "closed-pipe" -> {
        System.in.read(); // until the reader of our output is gone
        lines(log, 1000);
        log.close();
        System.err.println("alive");
      }
      case "terminal" -> System.out.println(Terminal.isTerminal(args[1]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void lines(EventLog log, int count) {
    for (int i = 0; i < count; i++) {
      log.log(TestLines.event("line", Level.INFO), TestLines.request());
    }
  }

  private static @Nullable Thread named(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElse(null);
  }
}
