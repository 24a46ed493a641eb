package io.sidelight.output;

import static io.sidelight.output.TestLines.keys;
import static io.sidelight.output.TestLines.parse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.event.Event;
import io.sidelight.event.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

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
            fields.number("status", 503);
            fields.exception(new IllegalStateException("boom"));
          });

  @Test
  void ecs_completedRequest_isNestedAndHasLabelsOfText() {
    JsonNode line = line(Schema.ECS, COMPLETED);

    assertThat(keys(line).subList(0, 4))
        .containsExactly("@timestamp", "log.level", "message", "ecs.version");
    assertThat(line.at("/log/logger").asText()).isEqualTo("http");
    assertThat(line.at("/event").toString())
        .isEqualTo("{\"action\":\"request_completed\",\"duration\":30000000}");
    assertThat(line.at("/http/request/id").asText()).isEqualTo("r-1");
    assertThat(line.at("/http/request/method").asText()).isEqualTo("GET");
    assertThat(line.at("/http/response/status_code").asInt()).isEqualTo(200);
    assertThat(line.at("/http/response/body/bytes").asInt()).isEqualTo(12);
    assertThat(line.at("/url/path").asText()).isEqualTo("/orders/7");
    assertThat(line.at("/user/id").asText()).isEqualTo("alice");
    assertThat(line.at("/labels").toString())
        .isEqualTo("{\"query_keys\":\"a,b\",\"deps_count\":\"2\",\"deps_ms\":\"1.5\"}");
    assertThat(line.at("/service").toString())
        .isEqualTo("{\"name\":\"orders\",\"environment\":\"prod\",\"version\":\"1\"}");
    assertThat(line.at("/trace/id").asText()).isEqualTo("t1");
  }

  @Test
  void ecs_failedCall_keepsTheStatusOfTheOtherServerApart() {
    JsonNode line = line(Schema.ECS, CALL);

    assertThat(line.at("/http/response").isMissingNode()).isTrue();
    assertThat(line.at("/labels/status").asText()).isEqualTo("503");
    assertThat(line.at("/error/type").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.at("/error/message").asText()).isEqualTo("boom");
    assertThat(line.at("/error/stack_trace").asText()).contains("\n\tat ");
  }

  @Test
  void otel_completedRequest_isARecordWithFlatAttributes() {
    JsonNode line = line(Schema.OTEL, COMPLETED);

    assertThat(line.get("timeUnixNano").asText()).isEqualTo("1795342530123000000");
    assertThat(line.get("severityNumber").asInt()).isEqualTo(9);
    assertThat(line.get("severityText").asText()).isEqualTo("INFO");
    assertThat(line.get("body").asText()).isEqualTo("request_completed");
    assertThat(line.get("eventName").asText()).isEqualTo("request_completed");
    assertThat(line.get("traceId").asText()).isEqualTo("t1");
    assertThat(line.get("resource").toString())
        .isEqualTo(
            "{\"service.name\":\"orders\",\"deployment.environment.name\":\"prod\","
                + "\"service.version\":\"1\"}");
    JsonNode attributes = line.get("attributes");
    assertThat(attributes.get("http.response.status_code").asInt()).isEqualTo(200);
    assertThat(attributes.get("duration_ms").asInt()).isEqualTo(30);
    assertThat(attributes.get("deps.ms").asDouble()).isEqualTo(1.5);
    assertThat(attributes.get("query_keys").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(attributes.get("request.id").asText()).isEqualTo("r-1");
  }

  @Test
  void otel_headersAndException_followTheConventions() {
    JsonNode attributes =
        line(
                Schema.OTEL,
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
    JsonNode line = line(Schema.GCP, COMPLETED);

    assertThat(line.get("severity").asText()).isEqualTo("INFO");
    assertThat(line.get("time").asText()).isEqualTo("2026-11-22T10:15:30.123Z");
    assertThat(line.get("httpRequest").toString())
        .isEqualTo(
            "{\"requestMethod\":\"GET\",\"requestUrl\":\"/orders/7\",\"status\":200,"
                + "\"latency\":\"0.030s\",\"responseSize\":12}");
    assertThat(line.get("logging.googleapis.com/labels").toString())
        .isEqualTo("{\"request_id\":\"r-1\",\"user_id\":\"alice\",\"env\":\"prod\"}");
    assertThat(line.get("logging.googleapis.com/operation").toString())
        .isEqualTo("{\"id\":\"r-1\"}");
    assertThat(line.get("logging.googleapis.com/trace").asText()).isEqualTo("t1");
    assertThat(line.get("deps").toString()).isEqualTo("{\"count\":2,\"ms\":1.5}");
  }

  @Test
  void gcp_warning_hasTheSeverityOfThePlatform() {
    JsonNode line = line(Schema.GCP, CALL);

    assertThat(line.get("severity").asText()).isEqualTo("WARNING");
    assertThat(line.get("status").asInt()).isEqualTo(503);
    assertThat(line.get("stack_trace").asText()).contains("IllegalStateException: boom\n\tat ");
  }

  @Test
  void unknownIdentity_isLeftOut() {
    String line =
        TestLines.encode(
            TestLines.settings().schema(Schema.ECS), TestLines.event("x", Level.INFO), null);

    assertThat(line).doesNotContain("\"-\"");
  }

  @Test
  void object_thatFails_isLeftOutWhole() {
    JsonNode line =
        line(
            Schema.GCP,
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

  private static JsonNode line(Schema schema, Event event) {
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
