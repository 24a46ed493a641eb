package io.sidelight.log;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestContextTest {

  private static final String ID = LoggedRequest.REQUEST_ID;

  private final EventLog log =
      EventLog.start(
          OutputSettings.builder().build(),
          Levels.of(Level.INFO, Map.of()),
          new Redactor(RedactionRules.defaults()));
  private final RequestLifecycle lifecycle = RequestLifecycle.install(log, config(""));
  private final ApplicationLog application = ApplicationLog.install(log, config(""));
  private final Map<String, String> own = new HashMap<>();
  private LoggedRequest request;

  @BeforeEach
  void enter() {
    RequestScope.makeCurrent(lifecycle.begin(new FakeExchange())).keep();
    request = requireNonNull(LoggedRequest.current());
  }

  @AfterEach
  void leave() {
    RequestScope.makeCurrent(null).keep();
  }

  @Test
  void later_valuesUntilItIsRead_areShown() {
    RequestContext context = RequestContext.later(new OfLine(""), request);
    own.put("late", "yes");
    assertThat(context.isRead()).isFalse();
    assertThat(context).containsOnly(Map.entry("late", "yes"), Map.entry(ID, request.requestId()));
    assertThat(context.isRead()).isTrue();
  }

  @Test
  void later_keyThatTheLineHas_isAnsweredAndNotListed() {
    own.put("own", "more");
    RequestContext context = RequestContext.later(new OfLine(ID), request);
    assertThat(context.get(ID)).isEqualTo(request.requestId());
    assertThat(context.keySet()).containsExactly("own");
    assertThat(context).hasSize(1);
    assertThat(new HashMap<>(context)).isEqualTo(own);
  }

  @Test
  void change_goesToTheApplicationsMap() {
    RequestContext context = RequestContext.of(own, request);
    context.put("added", "value");
    context.put(ID, "mine");
    assertThat(own).containsOnly(Map.entry("added", "value"), Map.entry(ID, "mine"));
    assertThat(context).isEqualTo(own);
    context.remove(ID);
    assertThat(context).containsOnlyKeys("added");
    assertThat(context.get(ID)).isNull();
    context.clear();
    assertThat(own).isEmpty();
  }

  @Test
  void change_thatTheApplicationsMapRefuses_fails() {
    RequestContext context = RequestContext.of(Collections.unmodifiableMap(own), request);
    assertThatThrownBy(() -> context.put("added", "value"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> context.keySet().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(context).containsOnlyKeys(ID);
  }

  @Test
  void requestIn_copyMadeForJson_isFoundByItsId() {
    application.configure(config("logs=json"));
    Map<String, String> copy = new HashMap<>(RequestContext.of(own, request));
    assertThat(RequestContext.requestIn(copy)).isSameAs(request);
    assertThat(RequestContext.requestIn(Map.of(ID, request.requestId()))).isNull();
  }

  private static Config config(String options) {
    return LiveConfig.load(options).current();
  }

  private final class OfLine implements RequestContext.Source {

    private final String key;

    OfLine(String key) {
      this.key = key;
    }

    @Override
    public Map<String, String> own() {
      return own;
    }

    @Override
    public boolean hasKey(String key) {
      return this.key.equals(key);
    }
  }
}
