package io.sidelight.log;

import static io.sidelight.log.Verbosity.Verdict.CLOSED;
import static io.sidelight.log.Verbosity.Verdict.OPEN;
import static io.sidelight.log.Verbosity.Verdict.OWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerbosityTest {

  @AfterEach
  void reset() {
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

  private static Config config(String arguments) {
    return LiveConfig.load(arguments).current();
  }
}
