package io.sidelight.output;

import static io.sidelight.output.TestLines.keys;
import static io.sidelight.output.TestLines.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.config.LineSchema;
import io.sidelight.event.ApplicationLine;
import io.sidelight.event.Event;
import io.sidelight.event.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaEncoderTest {

  private static final Event COMPLETED =
      TestLines.event(
          fields -> {
            fields.number("status", 200);
            fields.millis("duration_ms", 30_000_000);
            fields.number("bytes_out", 12);
            fields.names("query_keys", List.of("a", "b"));
            fields.object(
                "deps",
                deps -> {
                  deps.number("count", 2);
                  deps.millis("ms", 1_500_000);
                });
          });

  private static final Event CALL =
      new TestLines.Line(
          "dependency_call",
          "deps",
          Level.WARN,
          false,
          fields -> {
            fields.text("dependency", "payments");
            fields.text("dep_method", "POST");
            fields.url("url", "https://[2001:db8::7]:8443/charges");
            fields.number("status", 503);
            fields.millis("duration_ms", 2_000_000);
            fields.number("retries", 1);
            fields.exception(new IllegalStateException("boom"));
          });

  @Test
  void ecs_completedRequest_isNestedAndKeepsTypes() {
    JsonNode line = line(LineSchema.ECS, COMPLETED);

    assertThat(keys(line).subList(0, 4))
        .containsExactly("@timestamp", "log.level", "message", "ecs.version");
    assertThat(line.at("/log/logger").asText()).isEqualTo("http");
    assertThat(line.at("/event").toString())
        .isEqualTo(
            "{\"action\":\"request_completed\",\"duration\":30000000,\"kind\":\"event\","
                + "\"category\":[\"web\"],\"type\":[\"access\"],\"outcome\":\"success\"}");
    assertThat(line.at("/http/request/id").asText()).isEqualTo("r-1");
    assertThat(line.at("/request_id").asText()).isEqualTo("r-1");
    assertThat(line.at("/host/name").asText()).isEqualTo("host-1");
    assertThat(line.at("/process/pid").isNumber()).isTrue();
    assertThat(line.at("/http/request/method").asText()).isEqualTo("GET");
    assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(200);
    assertThat(line.at("/http/response/body/bytes").asInt()).isEqualTo(12);
    assertThat(line.at("/url/path").asText()).isEqualTo("/orders/7");
    assertThat(line.at("/user/id").asText()).isEqualTo("alice");
    assertThat(line.has("labels")).isFalse();
    assertThat(line.at("/sidelight").toString())
        .isEqualTo("{\"query_keys\":[\"a\",\"b\"],\"deps\":{\"count\":2,\"ms\":1.5}}");
    assertThat(line.at("/service").toString())
        .isEqualTo("{\"name\":\"orders\",\"environment\":\"prod\",\"version\":\"1\"}");
    assertThat(line.at("/trace/id").asText()).isEqualTo("t1");
  }

  @Test
  void ecs_failedCall_isAboutTheCallAndKeepsTheRequestApart() {
    JsonNode line = line(LineSchema.ECS, CALL);

    assertThat(line.at("/http").toString())
        .isEqualTo(
            "{\"request\":{\"id\":\"r-1\",\"method\":\"POST\"},\"response\":{\"status_code\":503}}");
    assertThat(line.at("/url").toString())
        .isEqualTo(
            "{\"full\":\"https://[2001:db8::7]:8443/charges\",\"scheme\":\"https\","
                + "\"domain\":\"2001:db8::7\",\"port\":8443,\"path\":\"/charges\"}");
    assertThat(line.at("/service/target/name").asText()).isEqualTo("payments");
    assertThat(line.at("/sidelight").toString())
        .isEqualTo("{\"request\":{\"method\":\"GET\",\"path\":\"/orders/7\"},\"retries\":1}");
    assertThat(line.at("/event/duration").asLong()).isEqualTo(2_000_000);
    assertThat(line.at("/event/outcome").asText()).isEqualTo("failure");
    assertThat(line.at("/error/type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.at("/error/message").asText()).isEqualTo("boom");
    assertThat(line.at("/error/stack_trace").asText()).contains("\n\tat ");
  }

  @ParameterizedTest
  @CsvSource({
    "499, false, false, success",
    "500, false, false, failure",
    "200, true, false, unknown",
    "200, false, true, failure",
    "500, true, false, failure"
  })
  void ecs_outcome_followsStatusErrorAndEnd(
      int status, boolean aborted, boolean failed, String outcome) {
    JsonNode line =
        line(
            LineSchema.ECS,
            TestLines.event(
                fields -> {
                  fields.number("status", status);
                  fields.flag("aborted", aborted);
                  fields.constant("error", failed ? "java.io.IOException" : null);
                }));

    assertThat(line.at("/event/outcome").asText()).isEqualTo(outcome);
  }

  @Test
  void ecs_namesFromElsewhere_areLabelsOfText() {
    JsonNode line =
        line(
            LineSchema.ECS,
            new ApplicationLine("http", Level.INFO, "placed")
                .marker("M")
                .context("level", 7)
                .context("level.http", true));

    assertThat(line.at("/labels").toString())
        .isEqualTo("{\"ctx_level\":\"7\",\"ctx_level_http\":\"true\"}");
    assertThat(line.at("/tags").toString()).isEqualTo("[\"M\"]");
    assertThat(line.has("event")).isFalse();
    assertThat(line.at("/request_id").asText()).isEqualTo("r-1");
  }

  @Test
  void ecs_durationsOfOurOwn_haveADecimalPointSoThatAnIndexTakesThemForNumbersWithOne() {
    String line =
        TestLines.encode(
            TestLines.settings().schema(LineSchema.ECS),
            TestLines.event(fields -> fields.object("deps", deps -> deps.millis("ms", 7_000_000))),
            null);

    assertThat(line).contains("\"deps\":{\"ms\":7.0}");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, true",
    "2001:db8::7, true",
    "fe80::1%eth0, false",
    "3f2a9c0d11, false",
    "proxy, false",
    "face, false"
  })
  void ecs_peer_isAnIpOnlyIfItIsOne(String peer, boolean ip) {
    JsonNode line = line(LineSchema.ECS, TestLines.event(fields -> fields.text("peer", peer)));

    assertThat(line.at("/client/address").asText()).isEqualTo(peer);
    assertThat(line.at("/client").has("ip")).isEqualTo(ip);
  }

  @Test
  void otel_completedRequest_isARecordWithFlatAttributes() {
    JsonNode line = line(LineSchema.OTEL, COMPLETED);

    assertThat(line.get("timeUnixNano").asText()).isEqualTo("1795342530123000000");
    assertThat(line.get("severityNumber").asInt()).isEqualTo(9);
    assertThat(line.get("severityText").asText()).isEqualTo("INFO");
    assertThat(line.get("body").asText()).isEqualTo("request_completed");
    assertThat(line.get("eventName").asText()).isEqualTo("request_completed");
    assertThat(line.has("traceId")).isFalse();
    assertThat(line.at("/attributes/trace_id").asText()).isEqualTo("t1");
    assertThat(line.get("resource").toString())
        .isEqualTo(
            "{\"service.name\":\"orders\",\"deployment.environment.name\":\"prod\","
                + "\"service.version\":\"1\",\"host.name\":\"host-1\",\"process.pid\":4711}");
    assertThat(line.at("/scope/name").asText()).isEqualTo("http");
    JsonNode attributes = line.get("attributes");
    assertThat(attributes.get("http.response.status_code").asInt()).isEqualTo(200);
    assertThat(attributes.get("duration_ms").asInt()).isEqualTo(30);
    assertThat(attributes.get("deps.ms").asDouble()).isEqualTo(1.5);
    assertThat(attributes.get("query_keys").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(attributes.get("request_id").asText()).isEqualTo("r-1");
  }

  @Test
  void otel_failedCall_followsTheConventionsOfClients() {
    JsonNode attributes = line(LineSchema.OTEL, CALL).get("attributes");

    assertThat(attributes.get("http.request.method").asText()).isEqualTo("POST");
    assertThat(attributes.get("request.method").asText()).isEqualTo("GET");
    assertThat(attributes.get("server.address").asText()).isEqualTo("2001:db8::7");
    assertThat(attributes.get("server.port").asInt()).isEqualTo(8443);
    assertThat(attributes.get("http.response.status_code").asInt()).isEqualTo(503);
    assertThat(attributes.get("http.request.resend_count").asInt()).isEqualTo(1);
    assertThat(attributes.get("peer.service").asText()).isEqualTo("payments");
    assertThat(attributes.has("url.path")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"http, 499, ", "http, 503, 503", "deps, 399, ", "deps, 404, 404"})
  void otel_statusThatIsAnError_isItsType(String logger, int status, String type) {
    Event event =
        new TestLines.Line(
            "x", logger, Level.INFO, false, fields -> fields.number("status", status));

    JsonNode error = line(LineSchema.OTEL, event).at("/attributes/error.type");
    assertThat(error.isMissingNode() ? null : error.asText()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "4bf92f3577b34da6a3ce929d0e0e4736, true",
    "00000000000000000000000000000000, false",
    "1-5759e988-bd862e3fe1be46a994272793, false",
    "a3ce929d0e0e4736, false"
  })
  void otel_traceId_isTheRecordsOnlyInItsForm(String id, boolean standard) {
    JsonNode line =
        parse(
            TestLines.encode(
                TestLines.settings().schema(LineSchema.OTEL),
                COMPLETED,
                new TestLines.Request("r-1", "alice", "GET", "/", id, null, false)));

    assertThat(line.has("traceId")).isEqualTo(standard);
    assertThat(line.get("attributes").has("trace_id")).isEqualTo(!standard);
  }

  @Test
  void otel_headersAndException_followTheConventions() {
    JsonNode attributes =
        line(
                LineSchema.OTEL,
                TestLines.event(
                    fields -> {
                      fields.headers("headers", headers -> headers.accept("X-One", "1"));
                      fields.exception(new IllegalStateException("boom"));
                    }))
            .get("attributes");

    assertThat(attributes.get("http.request.header.x-one").toString()).isEqualTo("[\"1\"]");
    assertThat(attributes.get("exception.message").asText()).isEqualTo("boom");
  }

  @Test
  void gcp_completedRequest_hasHttpRequestAndLabels() {
    JsonNode line = line(LineSchema.GCP, COMPLETED);

    assertThat(line.get("severity").asText()).isEqualTo("INFO");
    assertThat(line.get("time").asText()).isEqualTo("2026-11-22T10:15:30.123Z");
    assertThat(line.get("httpRequest").toString())
        .isEqualTo(
            "{\"requestMethod\":\"GET\",\"requestUrl\":\"/orders/7\",\"status\":200,"
                + "\"latency\":\"0.030s\",\"responseSize\":12}");
    assertThat(line.get("logging.googleapis.com/labels").toString())
        .isEqualTo("{\"request_id\":\"r-1\",\"user_id\":\"alice\",\"env\":\"prod\"}");
    assertThat(line.get("logging.googleapis.com/operation").toString())
        .isEqualTo("{\"id\":\"r-1\",\"producer\":\"sidelight\"}");
    assertThat(line.get("logging.googleapis.com/trace").asText())
        .isEqualTo("projects/shop-project/traces/t1");
    assertThat(line.get("deps").toString()).isEqualTo("{\"count\":2,\"ms\":1.5}");
  }

  @Test
  void gcp_warning_hasTheSeverityOfThePlatform() {
    JsonNode line = line(LineSchema.GCP, CALL);

    assertThat(line.get("severity").asText()).isEqualTo("WARNING");
    assertThat(line.has("httpRequest")).as("no request of its own").isFalse();
    assertThat(line.get("status").asInt()).isEqualTo(503);
    assertThat(line.get("method").asText()).isEqualTo("GET");
    assertThat(line.get("dep_method").asText()).isEqualTo("POST");
    assertThat(line.get("stack_trace").asText()).contains("IllegalStateException: boom\n\tat ");
  }

  @Test
  void unknownIdentity_isLeftOut() {
    String line =
        TestLines.encode(
            TestLines.settings().schema(LineSchema.ECS), TestLines.event("x", Level.INFO), null);

    assertThat(line).doesNotContain("\"-\"");
  }

  @Test
  void object_thatFails_isLeftOutWhole() {
    JsonNode line =
        line(
            LineSchema.GCP,
            TestLines.event(
                fields -> {
                  fields.object(
                      "bad",
                      bad -> {
                        bad.object("inner", inner -> inner.number("n", 1));
                        throw new IllegalStateException();
                      });
                  fields.number("after", 1);
                }));

    assertThat(line.has("bad")).isFalse();
    assertThat(line.get("after").asInt()).isEqualTo(1);
    Diagnostics.reset();
  }

  private static JsonNode line(LineSchema schema, Event event) {
    return parse(
        TestLines.encode(
            TestLines.settings()
                .schema(schema)
                .service(ServiceLabel.of("orders"))
                .env("prod")
                .version("1"),
            event,
            new TestLines.Request("r-1", "alice", "GET", "/orders/7", "t1", "s1", false)));
  }
}
