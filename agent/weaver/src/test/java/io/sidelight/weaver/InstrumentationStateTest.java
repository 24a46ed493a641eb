package io.sidelight.weaver;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentationStateTest {

  @TempDir private Path folder;
  private long nanos = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(30);

  @Test
  void failed_tenTimesOverHours_staysArmed() {
    InstrumentationState state = state();
    for (int i = 0; i < 100; i++) {
      fail(state);
      nanos += TimeUnit.SECONDS.toNanos(7);
    }
    assertThat(state.isDisabled()).isFalse();
  }

  @Test
  void failed_tenTimesWithinAMinute_isDisabled() {
    InstrumentationState state = state();
    for (int i = 0; i < 3; i++) {
      fail(state);
    }
    nanos += TimeUnit.MINUTES.toNanos(2);
    for (int i = 0; i < 9; i++) {
      fail(state);
      nanos += TimeUnit.SECONDS.toNanos(6);
    }
    assertThat(state.isDisabled()).isFalse();
    fail(state);
    assertThat(state.isDisabled()).isTrue();
  }

  @Test
  void failed_withAnExceptionThatCanNotBeRead_isDisabledAllTheSame() {
    InstrumentationState state = state();
    state.failed(
        new NoSuchMethodError() {
          private static final long serialVersionUID = 1;

          @Override
          @SuppressWarnings("OverrideThrowableToString") // what the report calls
          public String toString() {
            throw new IllegalStateException();
          }
        });
    assertThat(state.isDisabled()).isTrue();
  }

  private static void fail(InstrumentationState state) {
    assertThat(state.failed(new IllegalStateException("odd request"))).isNull();
  }

  private InstrumentationState state() {
    EventLog log =
        EventLog.start(
            OutputSettings.builder().destination(folder.resolve("lines").toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
    return new InstrumentationState(new Library(), log, () -> nanos);
  }

  private static final class Library implements LibraryInstrumentation {
    @Override
    public String name() {
      return "odd";
    }

    @Override
    public List<JoinPoint> joinPoints() {
      return List.of();
    }
  }
}
