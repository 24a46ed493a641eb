package io.sidelight.tests.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code logs} changes while lines are written by several threads. */
interface SwitchContract extends LoggingContractPart {

  int CLIENTS = 3;
  int LINES_OF_A_REQUEST = 4;

  /** A whole line as a pattern makes it, with what its context shows or not. */
  Pattern PATTERN_LINE =
      Pattern.compile("\\[[^\\[\\]]*] \\[[^\\[\\]]*] \\[] INFO shop\\.Orders - (\\S+)");

  @Test
  default void switch_whileLinesAreWritten_eachComesOutOnceAndWhole() throws Exception {
    service().options();
    String message = service().newMessage();
    AtomicInteger requests = new AtomicInteger();
    ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    List<Future<?>> asking = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        asking.add(
            clients.scheduleWithFixedDelay(
                () ->
                    service()
                        .askForLines(
                            message + requests.incrementAndGet() + "-", LINES_OF_A_REQUEST),
                0,
                5,
                TimeUnit.MILLISECONDS));
      }
      service().options("logs=json");
      service().options("logs=off");
    } finally {
      clients.shutdown();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(asking).as("none has failed").allMatch(Future::isCancelled);
    service().flush();
    List<String> logged = new ArrayList<>();
    for (int request = 1; request <= requests.get(); request++) {
      for (int line = 0; line < LINES_OF_A_REQUEST; line++) {
        logged.add(message + request + "-" + line);
      }
    }
    for (String output : service().outputs()) {
      List<String> written = new ArrayList<>();
      int json = 0;
      for (String line : service().lines(output, message)) {
        Matcher pattern = PATTERN_LINE.matcher(line);
        if (pattern.matches()) {
          written.add(pattern.group(1));
        } else {
          List<LogLine> parsed = service().server().jvm().lines(line + "\n");
          assertThat(parsed).as("%s in %s", line, output).hasSize(1);
          written.add(parsed.get(0).text("msg"));
          json++;
        }
      }
      assertThat(written).as(output).containsExactlyInAnyOrderElementsOf(logged);
      assertThat(json).as("lines of JSON in %s", output).isBetween(1, written.size() - 1);
    }
  }
}
