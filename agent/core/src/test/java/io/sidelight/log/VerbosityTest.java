package io.sidelight.log;

import static io.sidelight.log.Verbosity.Verdict.CLOSED;
import static io.sidelight.log.Verbosity.Verdict.OPEN;
import static io.sidelight.log.Verbosity.Verdict.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerbosityTest {

  private final EventLog log =
      EventLog.start(
          OutputSettings.builder().build(),
          Levels.of(Level.INFO, Map.of()),
          new Redactor(RedactionRules.defaults()));

  @AfterEach
  void reset() {
    Verbosity.configure(log, config(""));
  }

  @Test
  void nothingSet_everyLoggerDecides() {
    Verbosity.configure(log, config("level=DEBUG"));

    assertThat(Verbosity.isActive()).isFalse();
    assertThat(Verbosity.of("com.acme.Orders", Level.DEBUG, false)).isEqualTo(OWN);
  }

  @Test
  void levelOfALogger_opensAndClosesItAndWhatIsBelow() {
    Verbosity.configure(log, config("level.com.acme=DEBUG;level.com.acme.noisy=ERROR"));

    assertThat(Verbosity.isActive()).isTrue();
    assertThat(Verbosity.of("com.acme.Orders", Level.DEBUG, false)).isEqualTo(OPEN);
    assertThat(Verbosity.of("com.acme.Orders", null, true)).isEqualTo(CLOSED);
    assertThat(Verbosity.of("com.acme.noisy.Poller", Level.WARN, true)).isEqualTo(CLOSED);
    assertThat(Verbosity.of("com.acmeish", Level.DEBUG, false)).isEqualTo(OWN);
    assertThat(Verbosity.of("", Level.DEBUG, false)).isEqualTo(OWN);
  }

  private static Config config(String arguments) {
    return LiveConfig.load(arguments).current();
  }
}
