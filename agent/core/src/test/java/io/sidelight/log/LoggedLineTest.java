package io.sidelight.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import io.sidelight.request.FakeExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedLineTest {

  private final EventLog log =
      EventLog.start(
          OutputSettings.builder().build(),
          Levels.of(Level.INFO, Map.of()),
          new Redactor(RedactionRules.defaults()));
  private final RequestLifecycle lifecycle = RequestLifecycle.install(log, config(""));
  private final ApplicationLog application = ApplicationLog.install(log, config(""));
  private final Object event = new Object();

  @AfterEach
  void leave() {
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void of_loggedInARequest_isThatRequestFromThenOn() {
    RequestScope scope = lifecycle.begin(new FakeExchange());
    RequestScope.makeCurrent(scope).keep();
    LoggedLine.logged(event);
    RequestScope.makeCurrent(lifecycle.begin(new FakeExchange())).keep();
    assertThat(requireNonNull(LoggedLine.requestOf(event)).requestId())
        .isEqualTo(scope.requestId());
    assertThat(requireNonNull(LoggedLine.of(event)).thread())
        .isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void of_handedOnOutsideTheRequest_isStillTheFirst() {
    RequestScope scope = lifecycle.begin(new FakeExchange());
    RequestScope.makeCurrent(scope).keep();
    LoggedLine.logged(event);
    RequestScope.makeCurrent(null).keep();
    for (String mode : new String[] {"", "logs=json"}) {
      application.configure(config(mode));
      LoggedLine.logged(event);
      assertThat(requireNonNull(LoggedLine.requestOf(event)).requestId())
          .isEqualTo(scope.requestId());
    }
  }

  @Test
  void of_loggedOutsideARequest_isKnownOnlyForJson() {
    RequestScope.makeCurrent(null).keep();
    LoggedLine.logged(event);
    assertThat(LoggedLine.of(event)).isNull();
    application.configure(config("logs=json"));
    LoggedLine.logged(event);
    assertThat(requireNonNull(LoggedLine.of(event)).request()).isNull();
    assertThat(requireNonNull(LoggedLine.of(event)).thread())
        .isEqualTo(Thread.currentThread().getName());
  }

  @Test
  void of_loggedWithLogsOff_isNotKnown() {
    application.configure(config("logs=off"));
    RequestScope.makeCurrent(lifecycle.begin(new FakeExchange())).keep();
    LoggedLine.logged(event);
    assertThat(LoggedLine.of(event)).isNull();
  }

  @Test
  void copied_knownEvent_copyIsTheSame() {
    RequestScope.makeCurrent(lifecycle.begin(new FakeExchange())).keep();
    LoggedLine.logged(event);
    Object copy = new Object();
    LoggedLine.copied(event, copy);
    LoggedLine.copied(new Object(), event);
    assertThat(LoggedLine.of(copy)).isSameAs(LoggedLine.of(event));
  }

  private static Config config(String arguments) {
    return LiveConfig.load(arguments).current();
  }
}
