package io.sidelight.request;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.config.LiveConfig;
import io.sidelight.event.Level;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLifecycleTest {

  private static final String HEADER = "X-Request-ID";

  @TempDir Path folder;
  private Path file;
  private EventLog log;

  @BeforeEach
  void open() {
    file = folder.resolve("lines");
    log =
        EventLog.start(
            OutputSettings.builder().destination(file.toString()).build(),
            Levels.of(Level.DEBUG, Map.of()),
            new Redactor(RedactionRules.defaults()));
  }

  /** The writer must not create its file while the folder is being deleted. */
  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void begin_idSent_takenOverAndEchoed() throws IOException {
    FakeExchange exchange = new FakeExchange().requestHeader(HEADER, "abc");

    RequestScope scope = lifecycle("").begin(exchange);

    assertThat(scope.requestId()).isEqualTo("abc");
    assertThat(exchange.responseHeaders.get(HEADER)).containsExactly("abc");
  }

  @Test
  void begin_badIdSent_replacedAndWrittenNowhere() throws IOException {
    FakeExchange exchange = new FakeExchange().requestHeader(HEADER, "bad id,with=blanks");
    RequestLifecycle lifecycle = lifecycle("");

    lifecycle.complete(lifecycle.begin(exchange));

    assertThat(lines()).hasSize(2);
    assertThat(lines())
        .extracting(line -> line.get("request_id_rejected").asText())
        .containsExactly("forbidden_character", "forbidden_character");
    assertThat(Files.readString(file)).doesNotContain("blanks");
    assertThat(exchange.responseHeaders.get(HEADER))
        .hasSize(1)
        .doesNotContain("bad id,with=blanks");
  }

  @Test
  void begin_acceptOff_newId() throws IOException {
    FakeExchange exchange = new FakeExchange().requestHeader(HEADER, "abc");

    assertThat(lifecycle("request-id.accept=false").begin(exchange).requestId()).hasSize(36);
  }

  @Test
  void begin_echoOff_noResponseHeader() {
    FakeExchange exchange = new FakeExchange();
    RequestLifecycle lifecycle = lifecycle("request-id.echo=false");

    lifecycle.committing(lifecycle.begin(exchange), exchange);

    assertThat(exchange.responseHeaders).isEmpty();
  }

  @Test
  void committing_headerLost_setAgain() {
    FakeExchange exchange = new FakeExchange();
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);
    exchange.responseHeaders.clear();

    lifecycle.committing(scope, exchange);

    assertThat(exchange.responseHeaders.get(HEADER)).containsExactly(scope.requestId());
  }

  @Test
  void committing_applicationAddedItsOwn_itsValueOnce() {
    FakeExchange exchange = new FakeExchange();
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(exchange);
    exchange.addResponseHeader(HEADER, "of-the-application");

    lifecycle.committing(scope, exchange);

    assertThat(exchange.responseHeaders.get(HEADER)).containsExactly("of-the-application");
  }

  @Test
  void complete_twice_oneLine() throws IOException {
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope scope = lifecycle.begin(new FakeExchange());

    lifecycle.complete(scope);
    lifecycle.complete(scope);

    assertThat(lines())
        .extracting(line -> line.get("event").asText())
        .containsExactly("request_started", "request_completed");
    assertThat(scope.isFinished()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,500,false,ERROR",
    "GET,501,false,ERROR",
    "BREW,501,false,WARN",
    "PATCH,501,false,WARN",
    "BREW,500,false,ERROR",
    "BREW,503,false,ERROR",
    "GET,501,true,WARN",
    "GET,505,true,WARN",
    "GET,503,true,ERROR",
    "GET,400,true,INFO"
  })
  void complete_serverError_warnsOfWhatIsTheClientsFault(
      String method, int status, boolean refused, String level) throws IOException {
    RequestLifecycle lifecycle = lifecycle("");
    FakeExchange exchange = new FakeExchange();
    exchange.method = method;
    exchange.status = status;
    exchange.refused = refused;

    lifecycle.complete(lifecycle.begin(exchange));

    assertThat(lines().get(1).get("level").asText()).isEqualTo(level);
  }

  @Test
  void complete_refusedAndThrown_isAnError() throws IOException {
    RequestLifecycle lifecycle = lifecycle("");
    FakeExchange exchange = new FakeExchange();
    exchange.status = 501;
    exchange.refused = true;
    exchange.thrown = new IllegalStateException("of the application");

    lifecycle.complete(lifecycle.begin(exchange));

    assertThat(lines().get(1).get("level").asText()).isEqualTo("ERROR");
  }

  @Test
  void complete_failed_writesTheDebugLinesThatWereKept() throws IOException {
    log.setLevels(Levels.of(Level.INFO, Map.of()));
    RequestLifecycle lifecycle = lifecycle("debug.on-failure=true");
    FakeExchange failing = new FakeExchange();
    failing.status = 503;
    for (FakeExchange exchange : List.of(new FakeExchange(), failing)) {
      RequestScope scope = lifecycle.begin(exchange);
      requireNonNull(scope.keptLines())
          .add("{\"event\":\"kept\"}\n".getBytes(StandardCharsets.UTF_8));
      lifecycle.complete(scope);
      assertThat(scope.keptLines()).isNull();
    }

    assertThat(lines())
        .extracting(line -> line.get("event").asText())
        .containsExactly("request_completed", "request_started", "kept", "request_completed");
  }

  @Test
  void keptLines_tooMany_theOldestAreGivenUpAndCounted() throws IOException {
    RequestLifecycle lifecycle = lifecycle("debug.on-failure=true");
    FakeExchange failing = new FakeExchange();
    failing.status = 500;
    RequestScope scope = lifecycle.begin(failing);
    for (int i = 0; i < 4; i++) {
      byte[] line = new byte[KeptLines.MOST_OF_ONE / 3];
      Arrays.fill(line, (byte) ' ');
      byte[] text = ("{\"event\":\"kept\",\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8);
      System.arraycopy(text, 0, line, 0, text.length);
      line[line.length - 1] = '\n';
      requireNonNull(scope.keptLines()).add(line);
    }
    lifecycle.complete(scope);

    List<JsonNode> lines = lines();
    assertThat(lines)
        .filteredOn(line -> line.has("n"))
        .extracting(line -> line.get("n").asInt())
        .containsExactly(1, 2, 3);
    assertThat(lines.get(lines.size() - 1).get("debug_dropped").asInt()).isEqualTo(1);
  }

  @Test
  void complete_slow_warns() throws IOException {
    FakeExchange exchange = new FakeExchange();
    exchange.startNanos -= 60_000_000_000L;

    assertThat(completed("slow.request=59s", exchange).get("level").asText()).isEqualTo("WARN");
    assertThat(completed("slow.request=0", exchange).has("slow")).isFalse();
  }

  @Test
  void complete_failures_areErrors() throws IOException {
    FakeExchange failed = new FakeExchange();
    failed.status = 503;
    FakeExchange threw = new FakeExchange();
    threw.thrown = new IllegalStateException("password=hunter2");

    assertThat(completed("", failed).get("level").asText()).isEqualTo("ERROR");
    JsonNode line = completed("", threw);
    assertThat(line.get("level").asText()).isEqualTo("ERROR");
    assertThat(line.get("error").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.get("exc").asText()).contains("password=[REDACTED]");
  }

  @Test
  void complete_ignoredPath_lineOnlyWhenItFails() throws IOException {
    RequestLifecycle lifecycle = lifecycle("requests.ignore=/orders/*");
    FakeExchange failing = new FakeExchange();
    failing.status = 500;

    lifecycle.complete(lifecycle.begin(new FakeExchange()));
    lifecycle.complete(lifecycle.begin(failing));

    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0).get("status").asInt()).isEqualTo(500);
  }

  @Test
  void complete_principalThrows_lineWithoutUser() throws IOException {
    FakeExchange exchange =
        new FakeExchange() {
          @Override
          public String principal() {
            throw new IllegalStateException("the application's own");
          }
        };

    assertThat(completed("", exchange).get("user_id").asText()).isEqualTo("-");
  }

  @Test
  void complete_principalKnown_onTheLine() throws IOException {
    FakeExchange exchange = new FakeExchange();
    exchange.principal = "ada";

    assertThat(completed("", exchange).get("user_id").asText()).isEqualTo("ada");
  }

  @Test
  void complete_routeKnown_afterTheBytesAndMasked() throws IOException {
    RequestLifecycle lifecycle = lifecycle("");
    FakeExchange exchange = new FakeExchange();
    exchange.query = "page=2";
    RequestScope scope = lifecycle.begin(exchange);
    scope.route("/orders/{id}/password=hunter2");

    lifecycle.complete(scope);

    JsonNode line = lines().get(1);
    assertThat(line.get("route").asText()).isEqualTo("/orders/{id}/password=[REDACTED]");
    assertThat(line.fieldNames())
        .toIterable()
        .containsSubsequence("bytes_out", "bytes_in", "route", "query_keys");
  }

  @Test
  void complete_routeUnknown_leftOut() throws IOException {
    assertThat(completed("", new FakeExchange()).has("route")).isFalse();
  }

  @Test
  void route_toldAgain_firstStays() {
    RequestScope scope = lifecycle("").begin(new FakeExchange());

    scope.route("/orders/{id}");
    scope.route("/error");

    assertThat(scope.route()).isEqualTo("/orders/{id}");
  }

  @Test
  void route_withinOthers_isTheWhole() {
    RequestScope scope = lifecycle("").begin(new FakeExchange());

    String none = scope.enterRoute("/orders");
    String outer = scope.enterRoute("/{id}");
    assertThat(scope.route()).isNull();
    scope.route("/items");
    scope.leaveRoute(outer);
    scope.leaveRoute(none);

    assertThat(scope.route()).isEqualTo("/orders/{id}/items");
  }

  @Test
  void route_empty_isTheRoot() {
    RequestScope scope = lifecycle("").begin(new FakeExchange());

    scope.route("");

    assertThat(scope.route()).isEqualTo("/");
  }

  @Test
  void route_afterOneThatLedToNothing_standsAlone() {
    RequestScope scope = lifecycle("").begin(new FakeExchange());

    scope.leaveRoute(scope.enterRoute("/orders/{id}"));
    scope.route("/fallback");

    assertThat(scope.route()).isEqualTo("/fallback");
  }

  @Test
  void begin_pathStillWithQuery_cutOff() {
    FakeExchange exchange = new FakeExchange();
    exchange.path = "/a?password=hunter2";

    assertThat(lifecycle("").begin(exchange).path()).isEqualTo("/a");
  }

  @Test
  void enter_nestedScopes_previousComesBack() {
    RequestLifecycle lifecycle = lifecycle("");
    RequestScope outer = lifecycle.begin(new FakeExchange());
    RequestScope inner = lifecycle.begin(new FakeExchange());

    ScopeToken first = RequestScope.makeCurrent(outer);
    ScopeToken second = RequestScope.makeCurrent(inner);
    assertThat(RequestScope.current()).isSameAs(inner);
    second.close();
    assertThat(RequestScope.current()).isSameAs(outer);
    first.close();
    assertThat(RequestScope.current()).isNull();
  }

  private RequestLifecycle lifecycle(String options) {
    return RequestLifecycle.install(log, LiveConfig.load(options).current());
  }

  private JsonNode completed(String options, FakeExchange exchange) throws IOException {
    RequestLifecycle lifecycle = lifecycle(options);
    lifecycle.complete(lifecycle.begin(exchange));
    List<JsonNode> lines = lines();
    return lines.get(lines.size() - 1);
  }

  /** Everything written so far; later lines are written at once. */
  private List<JsonNode> lines() throws IOException {
    log.close();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
