package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.config.Config;
import io.sidelight.config.LiveConfig;
import io.sidelight.debug.DebugTokens;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.ConfiguredRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebugGrantsTest {

  private static final String HEADER = "X-Debug-Log";
  private static final String SECRET = "a-secret-that-is-long-enough";
  private static final String BOTH = "debug.secret=" + SECRET + ";debug.from=10.0.0.0/8";

  @TempDir Path folder;
  private Path file;
  private EventLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("lines");
    log =
        EventLog.start(
            OutputSettings.builder().destination(file.toString()).build(),
            Levels.of(Level.ERROR, Map.of()),
            new Redactor(ConfiguredRules.of(config(""))));
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void request_withValidToken_isWrittenAtDebugUnderAnyLevel() throws IOException {
    String token = new DebugTokens(SECRET).issue(60);
    RequestLifecycle lifecycle = lifecycle(BOTH);

    RequestScope scope = lifecycle.begin(from("192.0.2.7", token));
    assertThat(scope.debug()).isTrue();
    assertThat(scope.debugHeader()).isEqualTo(token);
    assertThat(LevelOverrides.any()).isTrue();
    lifecycle.complete(scope);
    lifecycle.complete(lifecycle.begin(new FakeExchange()));

    assertThat(scope.debugHeader()).isNull();
    assertThat(LevelOverrides.any()).isFalse();
    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.get("event").asText())
        .containsExactly("audit", "request_started", "request_completed");
    assertThat(lines.get(0).toString())
        .contains("\"request_id\":\"" + scope.requestId())
        .contains(
            "\"action\":\"debug_request\",\"outcome\":\"allowed\",\"peer\":\"192.0.2.7\","
                + "\"by\":\"token\",\"token_id\":\""
                + DebugTokens.id(token));
    assertThat(lines.get(1).get("headers").get("x-debug-log").asText()).isEqualTo("[REDACTED]");
    assertThat(Files.readString(file)).doesNotContain(token).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3,1,true",
    "11.1.2.3,1,false",
    ",1,false",
    "10.1.2.3,true,false",
    "10.1.2.3,' 1',false",
    "10.1.2.3,1;1,false",
    "10.1.2.3,'',false"
  })
  void request_withOne_countsFromAddressesInTheListOnly(String peer, String value, boolean debug) {
    FakeExchange exchange = from(peer, value);
    exchange.requestHeader("X-Forwarded-For", "10.1.2.3").requestHeader("X-Real-IP", "10.1.2.3");

    RequestScope scope = lifecycle(BOTH).begin(exchange);

    assertThat(scope.debug()).isEqualTo(debug);
    assertThat(scope.debugHeader()).isEqualTo(debug ? "1" : null);
    scope.finish();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "debug.header=X-Debug-Log", "debug.forward=*"})
  void request_nobodyMay_headerMeansNothingAndIsNotTold(String options) throws IOException {
    FakeExchange exchange = from("10.1.2.3", "1");
    RequestLifecycle lifecycle = lifecycle(options);

    assertThat(lifecycle.begin(exchange).debug()).isFalse();
    log.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void request_onlyOneWayConfigured_theOtherIsRefused() {
    String token = new DebugTokens(SECRET).issue(60);

    assertThat(lifecycle("debug.from=10.0.0.0/8").begin(from("10.1.2.3", token)).debug()).isFalse();
    assertThat(lifecycle("debug.secret=" + SECRET).begin(from("10.1.2.3", "1")).debug()).isFalse();
  }

  @Test
  void request_refused_isToldByItsReasonOnceForEachPeer() throws IOException {
    String token = new DebugTokens(SECRET).issue(60);
    String forged = token.substring(0, 59) + (token.endsWith("A") ? "B" : "A");
    RequestLifecycle lifecycle = lifecycle(BOTH);

    lifecycle.begin(from("192.0.2.1", forged));
    lifecycle.begin(from("192.0.2.1", "1"));
    lifecycle.begin(from("192.0.2.2", "1"));
    lifecycle.begin(from("192.0.2.3", "x".repeat(100_000)));
    lifecycle.begin(from("192.0.2.4", token).requestHeader(HEADER, token));
    lifecycle.begin(from(null, forged));

    assertThat(LevelOverrides.any()).isFalse();
    assertThat(lines())
        .extracting(line -> line.get("peer").asText() + " " + line.get("reason").asText())
        .containsExactly(
            "192.0.2.1 invalid",
            "192.0.2.2 address",
            "192.0.2.3 invalid",
            "192.0.2.4 repeated",
            "- invalid");
    assertThat(lines()).allMatch(line -> line.get("outcome").asText().equals("refused"));
    assertThat(Files.readString(file)).doesNotContain(forged).doesNotContain("xxx");
  }

  @Test
  void configure_secretChanged_oldTokensCountNoMore() {
    String token = new DebugTokens(SECRET).issue(60);
    RequestLifecycle lifecycle = lifecycle("");
    assertThat(lifecycle.begin(from("192.0.2.1", token)).debug()).isFalse();

    lifecycle.configure(config("debug.secret=" + SECRET + ";debug.header=X-Why"));
    assertThat(lifecycle.begin(from("192.0.2.1", token)).debug()).isFalse();
    RequestScope scope = lifecycle.begin(new FakeExchange().requestHeader("x-why", token));
    assertThat(scope.debug()).isTrue();
    scope.finish();

    lifecycle.configure(config("debug.secret=another-secret-as-long-as-it"));
    assertThat(lifecycle.begin(from("192.0.2.1", token)).debug()).isFalse();
  }

  @Test
  void request_peerThrows_goesOnWithoutDebug() {
    FakeExchange exchange =
        new FakeExchange() {
          @Override
          public String peer() {
            throw new IllegalStateException("the container's own");
          }
        };

    RequestScope scope = lifecycle(BOTH).begin(exchange.requestHeader(HEADER, "1"));

    assertThat(scope.debug()).isFalse();
  }

  private static FakeExchange from(@Nullable String peer, String value) {
    FakeExchange exchange = new FakeExchange().requestHeader(HEADER, value);
    exchange.peer = peer;
    return exchange;
  }

  private static Config config(String options) {
    return LiveConfig.load(options).current();
  }

  private RequestLifecycle lifecycle(String options) {
    return RequestLifecycle.install(log, config(options));
  }

  private List<JsonNode> lines() throws IOException {
    log.close();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
