package io.sidelight.log;

import static io.sidelight.log.Verbosity.Verdict.CLOSED;
import static io.sidelight.log.Verbosity.Verdict.KEPT;
import static io.sidelight.log.Verbosity.Verdict.OPEN;
import static io.sidelight.log.Verbosity.Verdict.OWN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Level;
import io.sidelight.exchange.GuardedCall;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import io.sidelight.request.FakeExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // each test installs what it needs
class VerbosityTest {

  @TempDir private Path folder;
  private Path output;
  private RequestLifecycle lifecycle;

  @BeforeEach
  void output() {
    output = folder.resolve("lines.log");
  }

  @AfterEach
  void reset() {
    RequestScope.makeCurrent(null).keep();
    Verbosity.configure(config(""));
  }

  @Test
  void nothingSet_everyLoggerDecides() {
    Verbosity.configure(config("level=DEBUG"));

    assertThat(Verbosity.isActive()).isFalse();
    assertThat(Verbosity.of("com.acme.Orders", Level.DEBUG, false)).isEqualTo(OWN);
  }

  @Test
  void levelOfALogger_opensAndClosesItAndWhatIsBelow() {
    Verbosity.configure(config("level.com.acme=DEBUG;level.com.acme.noisy=ERROR"));

    assertThat(Verbosity.isActive()).isTrue();
    assertThat(Verbosity.of("com.acme.Orders", Level.DEBUG, false)).isEqualTo(OPEN);
    assertThat(Verbosity.of("com.acme.Orders", null, true)).isEqualTo(CLOSED);
    assertThat(Verbosity.of("com.acme.noisy.Poller", Level.WARN, true)).isEqualTo(CLOSED);
    assertThat(Verbosity.of("com.acmeish", Level.DEBUG, false)).isEqualTo(OWN);
    assertThat(Verbosity.of("", Level.DEBUG, false)).isEqualTo(OWN);
  }

  @Test
  void keep_lineThatCanNotBeMade_isCountedAndThrowsNothing() {
    inARequest();
    Verbosity.keep(
        () -> {
          throw new StackOverflowError();
        });
    Verbosity.keep(() -> new ApplicationLine("shop.Orders", Level.DEBUG, "kept"));

    assertThat(completed(RequestScope.current()))
        .contains("\"msg\":\"kept\"", "\"debug_dropped\":1");
  }

  /** An object that logs itself would else be kept without end. */
  @Test
  void of_lineOfCodeThatTheAgentCalls_isNotKept() {
    inARequest();
    assertThat(Verbosity.of("shop.Orders", Level.DEBUG, false)).isEqualTo(KEPT);

    assertThat(GuardedCall.orNull(() -> Verbosity.of("shop.Orders", Level.DEBUG, false)))
        .isEqualTo(OWN);
    assertThat(GuardedCall.orNull(() -> Verbosity.of("shop.Orders", Level.INFO, true)))
        .isEqualTo(OWN);
  }

  @Test
  void isOnlyKept_asksTheLoggerForWhatItIsSetTo() {
    inARequest();
    assertThat(Verbosity.isOnlyKept(() -> isEnabled(false))).isTrue();
    assertThat(Verbosity.isOnlyKept(() -> isEnabled(true))).isFalse();
    assertThat(Verbosity.valueOfKept(new StringBuilder("text"), () -> isEnabled(false)))
        .isEqualTo("text");
    assertThat(Verbosity.valueOfKept(7, () -> isEnabled(false))).isNull();
    RequestScope.makeCurrent(null).keep();
    assertThat(Verbosity.isOnlyKept(() -> isEnabled(false))).isFalse();
  }

  /** As a logger answers whose level advice overrules. */
  private static boolean isEnabled(boolean own) {
    Verbosity.Verdict verdict = Verbosity.of("shop.Orders", Level.DEBUG, own);
    return verdict == KEPT || verdict == OPEN || own;
  }

  private void inARequest() {
    Config config = config("debug.on-failure=true");
    EventLog log =
        EventLog.start(
            OutputSettings.builder().destination(output.toString()).build(),
            Levels.of(Level.INFO, Map.of()),
            new Redactor(RedactionRules.defaults()));
    log.close(); // from here on each line is written by the thread that logs it
    ApplicationLog.install(log, config);
    lifecycle = RequestLifecycle.install(log, config);
    RequestScope.makeCurrent(
            lifecycle.begin(
                new FakeExchange() {
                  @Override
                  public int status() {
                    return 503;
                  }
                }))
        .keep();
  }

  private String completed(@Nullable RequestScope scope) {
    lifecycle.complete(requireNonNull(scope));
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Config config(String arguments) {
    return LiveConfig.load(arguments).current();
  }
}
