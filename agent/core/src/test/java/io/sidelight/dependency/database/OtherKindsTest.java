package io.sidelight.dependency.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sidelight.config.Config;
import io.sidelight.config.LineSchema;
import io.sidelight.config.LiveConfig;
import io.sidelight.dependency.Dependencies;
import io.sidelight.dependency.OutboundCall;
import io.sidelight.dependency.http.HttpCall;
import io.sidelight.event.Level;
import io.sidelight.exchange.ClientExchange;
import io.sidelight.output.EventLog;
import io.sidelight.output.Levels;
import io.sidelight.output.OutputSettings;
import io.sidelight.redact.RedactionRules;
import io.sidelight.redact.Redactor;
import io.sidelight.request.FakeExchange;
import io.sidelight.request.RequestLifecycle;
import io.sidelight.request.RequestScope;
import io.sidelight.request.ScopeToken;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that are no HTTP, of kinds that core has not heard of: see {@link StatementCall}. */
class OtherKindsTest {

  private static final String SELECT = "SELECT * FROM orders WHERE id = ?";

  @TempDir Path folder;
  private @Nullable EventLog log;
  private @Nullable RequestScope request;
  private @Nullable ScopeToken token;

  @AfterEach
  void close() {
    leave();
    if (log != null) {
      log.close();
    }
  }

  @Test
  void statement_failed_lineHasItsTarget() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");

    statement("SELECT", SELECT, 0).failed(new SocketTimeoutException());

    JsonNode line = lines().get(0);
    assertThat(keys(line))
        .containsSubsequence(
            "event",
            "method",
            "path",
            "kind",
            "dependency",
            "client",
            "system",
            "operation",
            "statement",
            "duration_ms",
            "retries",
            "error");
    assertThat(keys(line)).doesNotContain("dep_method", "url", "status");
    assertThat(line.get("level").asText()).isEqualTo("ERROR");
    assertThat(line.get("kind").asText()).isEqualTo("sql");
    assertThat(line.get("dependency").asText()).isEqualTo("shop");
    assertThat(line.get("system").asText()).isEqualTo("postgresql");
    assertThat(line.get("operation").asText()).isEqualTo("SELECT");
    assertThat(line.get("statement").asText()).isEqualTo(SELECT);
    assertThat(line.get("error").asText()).isEqualTo("timeout");
  }

  @Test
  void statement_hostHasAlias_named() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "dependencies=orders-db=db-1.*");

    statement("SELECT", SELECT, 0).cancelled();

    assertThat(lines().get(0).get("dependency").asText()).isEqualTo("orders-db");
  }

  @Test
  void statement_rejected_warnsWithItsOwnFields() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");

    statement("INSERT", "INSERT INTO orders VALUES (?)", 3).failedWith("23505");
    complete();

    JsonNode line = lines().get(0);
    assertThat(line.get("level").asText()).isEqualTo("WARN");
    assertThat(line.get("error").asText()).isEqualTo("rejected");
    assertThat(line.get("sql_state").asText()).isEqualTo("23505");
    assertThat(line.get("batch").asInt()).isEqualTo(3);
    assertSums(lines().get(1).get("db"), 1, 1);
  }

  @Test
  void statement_quick_lineAtDebugOnly() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    statement("SELECT", SELECT, 0).ended();
    assertThat(lines()).isEmpty();

    enterRequest(Level.DEBUG, LineSchema.NATIVE, "");
    statement("SELECT", SELECT, 0).ended();

    assertThat(lines())
        .filteredOn(line -> line.get("event").asText().equals("dependency_call"))
        .singleElement()
        .satisfies(line -> assertThat(line.get("level").asText()).isEqualTo("DEBUG"));
  }

  @Test
  void statement_slow_warns() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "slow.dependency=1ms");
    StatementCall call = statement("SELECT", SELECT, 0);

    waitBeyond(call.startNanos(), 1_000_000);
    call.ended();

    assertThat(lines().get(0).get("level").asText()).isEqualTo("WARN");
    assertThat(lines().get(0).get("slow").asBoolean()).isTrue();
  }

  @Test
  void operation_waitsByDesign_neverSlow() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "slow.dependency=1ms");
    QueueCall call = QueueCall.begin("take");

    waitBeyond(call.startNanos(), 1_000_000);
    call.ended();

    assertThat(lines().get(0).get("level").asText()).isEqualTo("INFO");
    assertThat(lines().get(0).has("slow")).isFalse();
  }

  @Test
  void statement_insideBatch_noCallOfItsOwn() {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    StatementCall batch = statement("INSERT", "INSERT INTO orders VALUES (?)", 2);
    Object outer = batch.enter();

    assertThat(StatementCall.begin("INSERT", "INSERT INTO orders VALUES (?)", 0)).isNull();

    OutboundCall.leave(outer);
    assertThat(statement("SELECT", SELECT, 0)).isNotNull();
  }

  @Test
  void http_insideStatement_noEnclosingCallByHttp() {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    HttpCall http = http();
    Object outer = http.enter();
    assertThat(HttpCall.enclosing()).isSameAs(http);

    Object inner = statement("SELECT", SELECT, 0).enter();
    assertThat(HttpCall.enclosing()).isNull();

    OutboundCall.leave(inner);
    assertThat(HttpCall.enclosing()).isSameAs(http);
    OutboundCall.leave(outer);
    assertThat(HttpCall.enclosing()).isNull();
  }

  @Test
  void statement_sentAgain_retriesCounted() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    StatementCall call = statement("SELECT", SELECT, 0);
    call.attempted();
    call.attempted();

    call.ended();

    assertThat(lines().get(0).get("retries").asInt()).isEqualTo(1);
    assertThat(lines().get(0).get("level").asText()).isEqualTo("WARN");
  }

  @Test
  void statement_rowsLeftOpen_endsWithItsRequestAtTheAnswer() throws IOException {
    enterRequest(Level.DEBUG, LineSchema.NATIVE, "");
    StatementCall call = statement("SELECT", SELECT, 0);
    call.answered();
    long answered = System.nanoTime() - call.startNanos();
    waitBeyond(call.startNanos(), answered + 20_000_000);

    complete();
    call.ended();

    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.get("event").asText())
        .containsExactly("request_started", "dependency_call", "request_completed");
    assertThat(lines.get(1).get("duration_ms").asDouble()).isLessThanOrEqualTo(answered / 1e6 + 1);
    assertThat(lines.get(1).has("after_completion")).isFalse();
    assertSums(lines.get(2).get("db"), 1, 0);
  }

  @Test
  void statement_stillRuns_countsUntilTheCompletionAndHasItsLineLater() throws IOException {
    enterRequest(Level.DEBUG, LineSchema.NATIVE, "");
    StatementCall call = statement("SELECT", SELECT, 0);

    complete();
    call.ended();

    List<JsonNode> lines = lines();
    assertSums(lines.get(1).get("db"), 1, 0);
    assertThat(lines.get(2).get("after_completion").asBoolean()).isTrue();
  }

  @Test
  void sums_severalKinds_areApart() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    QueueCall.begin("send").ended();
    statement("SELECT", SELECT, 0).ended();
    statement("SELECT", SELECT, 0).failedWith("42P01");
    http().ended();

    complete();

    List<JsonNode> lines = lines();
    JsonNode completed = lines.get(lines.size() - 1);
    assertThat(keys(completed)).containsSubsequence("status", "deps", "db", "pigeons");
    assertSums(completed.get("deps"), 1, 0);
    assertSums(completed.get("db"), 2, 1);
    assertSums(completed.get("pigeons"), 1, 0);
  }

  @Test
  void sums_otherKindOnly_noSumOfHttp() throws IOException {
    enterRequest(Level.INFO, LineSchema.NATIVE, "");
    statement("SELECT", SELECT, 0).ended();

    complete();

    assertThat(lines().get(0).has("deps")).isFalse();
    assertSums(lines().get(0).get("db"), 1, 0);
  }

  @Test
  void statement_ecs_isNoHttp() throws IOException {
    enterRequest(Level.INFO, LineSchema.ECS, "");
    statement("SELECT", SELECT, 0).failedWith("42P01");
    complete();

    JsonNode line = lines().get(0);
    assertThat(line.at("/service/target/name").asText()).isEqualTo("shop");
    assertThat(line.at("/sidelight/kind").asText()).isEqualTo("sql");
    assertThat(line.at("/sidelight/system").asText()).isEqualTo("postgresql");
    assertThat(line.at("/sidelight/operation").asText()).isEqualTo("SELECT");
    assertThat(line.at("/sidelight/statement").asText()).isEqualTo(SELECT);
    assertThat(line.at("/sidelight/request/method").asText()).isEqualTo("GET");
    assertThat(line.at("/error/type").asText()).isEqualTo("rejected");
    assertThat(line.at("/event/outcome").asText()).isEqualTo("failure");
    assertThat(line.at("/network/protocol").isMissingNode()).isTrue();
    assertThat(line.at("/http/request/method").isMissingNode()).isTrue();
    assertSums(lines().get(1).at("/sidelight/db"), 1, 1);
  }

  @Test
  void statement_otel_hasTheNamesOfTheConventions() throws IOException {
    enterRequest(Level.INFO, LineSchema.OTEL, "");
    statement("SELECT", SELECT, 0).failedWith("42P01");
    complete();

    JsonNode attributes = lines().get(0).get("attributes");
    assertThat(attributes.get("db.system.name").asText()).isEqualTo("postgresql");
    assertThat(attributes.get("db.operation.name").asText()).isEqualTo("SELECT");
    assertThat(attributes.get("db.query.text").asText()).isEqualTo(SELECT);
    assertThat(attributes.get("peer.service").asText()).isEqualTo("shop");
    assertThat(attributes.get("sql_state").asText()).isEqualTo("42P01");
    assertThat(attributes.get("error.type").asText()).isEqualTo("rejected");
    assertThat(attributes.has("http.request.method")).isFalse();
    JsonNode completed = lines().get(1).get("attributes");
    assertThat(completed.get("db.count").asInt()).isEqualTo(1);
    assertThat(completed.get("db.failed").asInt()).isEqualTo(1);
  }

  @Test
  void otherKind_otel_keepsItsNames() throws IOException {
    enterRequest(Level.INFO, LineSchema.OTEL, "");
    QueueCall.begin("send").ended();

    JsonNode attributes = lines().get(0).get("attributes");
    assertThat(attributes.get("kind").asText()).isEqualTo("pigeon");
    assertThat(attributes.get("operation").asText()).isEqualTo("send");
    assertThat(attributes.has("system")).isFalse();
  }

  @Test
  void statement_gcp_hasItsNativeFields() throws IOException {
    enterRequest(Level.INFO, LineSchema.GCP, "");
    statement("SELECT", SELECT, 0).failedWith("42P01");
    complete();

    assertThat(lines().get(0).get("statement").asText()).isEqualTo(SELECT);
    assertThat(lines().get(0).has("httpRequest")).isFalse();
    assertSums(lines().get(1).get("db"), 1, 1);
  }

  @Test
  void statement_text_hasItsFields() throws IOException {
    log = start(OutputSettings.builder().format(OutputSettings.Format.TEXT), Level.INFO);
    begin("");
    statement("SELECT", SELECT, 0).failedWith("42P01");
    complete();
    requireNonNull(log).close();

    String text = Files.readString(folder.resolve("lines"));
    assertThat(text)
        .contains("kind=sql dependency=shop client=jdbc system=postgresql operation=SELECT")
        .contains("db.count=1")
        .contains("db.failed=1");
  }

  private void enterRequest(Level level, LineSchema schema, String options) {
    log = start(OutputSettings.builder().schema(schema), level);
    begin(options);
  }

  private EventLog start(OutputSettings.Builder settings, Level level) {
    if (log != null) {
      log.close();
    }
    return EventLog.start(
        settings.destination(folder.resolve("lines").toString()).build(),
        Levels.of(level, Map.of()),
        new Redactor(RedactionRules.defaults()));
  }

  private void begin(String options) {
    Config config = LiveConfig.load(options).current();
    EventLog log = requireNonNull(this.log);
    RequestLifecycle lifecycle = RequestLifecycle.install(log, config);
    Dependencies.install(log, config);
    request = lifecycle.begin(new FakeExchange());
    token = RequestScope.makeCurrent(request);
  }

  private static StatementCall statement(String operation, String shape, int batch) {
    return requireNonNull(StatementCall.begin(operation, shape, batch));
  }

  private static HttpCall http() {
    return requireNonNull(HttpCall.begin("okhttp", new Get()));
  }

  private void complete() {
    leave();
    RequestLifecycle.get().complete(requireNonNull(request));
  }

  private void leave() {
    ScopeToken entered = token;
    if (entered != null) {
      entered.close();
      token = null;
    }
  }

  private List<JsonNode> lines() throws IOException {
    leave();
    requireNonNull(log).close();
    List<JsonNode> lines = new ArrayList<>();
    Path file = folder.resolve("lines");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }

  private static List<String> keys(JsonNode line) {
    List<String> keys = new ArrayList<>();
    line.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static void assertSums(JsonNode sums, int count, int failed) {
    assertThat(keys(sums)).containsExactly("count", "ms", "failed");
    assertThat(sums.get("count").asInt()).isEqualTo(count);
    assertThat(sums.get("failed").asInt()).isEqualTo(failed);
  }

  private static void waitBeyond(long startNanos, long nanos) {
    while (System.nanoTime() - startNanos <= nanos) {
      Thread.onSpinWait();
    }
  }

  /** A request by HTTP. */
  private static final class Get implements ClientExchange {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String scheme() {
      return "https";
    }

    @Override
    public String host() {
      return "pay.example.com";
    }

    @Override
    public int port() {
      return -1;
    }

    @Override
    public String path() {
      return "/charges";
    }

    @Override
    public @Nullable String query() {
      return null;
    }

    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public void setHeader(String name, String value) {}
  }
}
