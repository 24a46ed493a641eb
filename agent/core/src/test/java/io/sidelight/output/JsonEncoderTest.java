package io.sidelight.output;

import static io.sidelight.output.TestLines.json;
import static io.sidelight.output.TestLines.keys;
import static io.sidelight.output.TestLines.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.sidelight.event.Event;
import io.sidelight.event.Level;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonEncoderTest {

  @BeforeEach
  @AfterEach
  void forgetDiagnostics() {
    Diagnostics.reset();
  }

  @Test
  void line_withEverything_hasKeysInTheOrderOfTheContract() {
    String line =
        TestLines.encode(
            TestLines.settings().service(ServiceLabel.of("orders")).env("prod").version("1.2"),
            TestLines.event(
                fields -> {
                  fields.exception(new IllegalStateException("boom"));
                  fields.number("status", 500);
                  fields.millis("duration_ms", 12_340_000);
                }),
            new TestLines.Request("r-1", "alice", "GET", "/a%20b", "t1", "s1", false));

    assertThat(keys(parse(line)))
        .containsExactly(
            "ts",
            "level",
            "logger",
            "msg",
            "event",
            "request_id",
            "user_id",
            "method",
            "path",
            "status",
            "duration_ms",
            "trace_id",
            "span_id",
            "service",
            "env",
            "version",
            "thread",
            "exc");
    assertThat(line).endsWith("\"}\n").doesNotContain("null");
  }

  @Test
  void line_outsideARequest_hasDashesForItsIdentity() {
    JsonNode line =
        parse(TestLines.encode(TestLines.settings(), TestLines.event("x", Level.WARN), null));

    for (String key : List.of("request_id", "user_id", "method", "path")) {
      assertThat(line.get(key).asText()).isEqualTo("-");
    }
    assertThat(line.get("level").asText()).isEqualTo("WARN");
  }

  @Test
  void identity_unknownInARequest_isADash() {
    JsonNode line =
        parse(
            TestLines.encode(
                TestLines.settings(),
                TestLines.event("x", Level.INFO),
                new TestLines.Request("r", null, null, null, null, null, false)));

    assertThat(line.get("user_id").asText()).isEqualTo("-");
    assertThat(line.get("method").asText()).isEqualTo("-");
    assertThat(line.get("path").asText()).isEqualTo("-");
    assertThat(line.has("trace_id")).isFalse();
  }

  @Test
  void identity_secretByItsShape_isMaskedInEachField() {
    String token = "ghp_0123456789abcdefghij0123456789abcdef";
    String line =
        TestLines.encode(
            TestLines.settings(),
            TestLines.event("x", Level.INFO),
            new TestLines.Request(token, token, token, "/a/" + token, token, token, false));
    assertThat(line).doesNotContain(token).contains("\"request_id\":\"[REDACTED]\"");
  }

  @Test
  void durations_haveAtMostTwoDecimals() {
    assertThat(json(fields -> fields.millis("d", 12_340_000))).contains("\"d\":12.34,");
    assertThat(json(fields -> fields.millis("d", 5_000_000))).contains("\"d\":5,");
    assertThat(json(fields -> fields.millis("d", 100_000))).contains("\"d\":0.1,");
    assertThat(json(fields -> fields.millis("d", 1_014_999))).contains("\"d\":1.01,");
    assertThat(json(fields -> fields.millis("d", 1_015_000))).contains("\"d\":1.02,");
    assertThat(json(fields -> fields.millis("d", 50_000))).contains("\"d\":0.05,");
    assertThat(json(fields -> fields.millis("d", -7))).contains("\"d\":0,");
  }

  @Test
  void numbers_atTheirBounds_areExact() {
    JsonNode line =
        parse(
            json(
                fields -> {
                  fields.number("min", Long.MIN_VALUE);
                  fields.number("max", Long.MAX_VALUE);
                  fields.number("zero", 0);
                }));

    assertThat(line.get("min").asLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(line.get("max").asLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(line.get("zero").asLong()).isZero();
  }

  @Test
  void everyCharacter_comesBackFromAParser_andNoUnsafeOneIsRaw() {
    for (int c = 0; c <= 0xFFFF; c++) {
      String value = "a" + (char) c + "b";
      String line = json(fields -> fields.constant("v", value));
      assertThat(parse(line).get("v").asText()).isEqualTo(value);
      boolean unsafe =
          c < 0x20
              || (c >= 0x7F && c <= 0x9F)
              || c == 0x2028
              || c == 0x2029
              || (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069)
              || c == 0x200E
              || c == 0x200F
              || c == 0x61C
              || Character.isSurrogate((char) c);
      if (unsafe) {
        assertThat(line.substring(0, line.length() - 1)).doesNotContain(String.valueOf((char) c));
      }
    }
  }

  @Test
  void surrogates_inPairs_areUtf8_andAloneAreEscaped() {
    String line = json(fields -> fields.constant("v", "😀\uDC00\uD800x\uD83D"));

    assertThat(line).contains("😀\\udc00\\ud800x\\ud83d");
    assertThat(parse(line).get("v").asText()).startsWith("😀");
  }

  @Test
  void names_fromOutside_areEscapedLikeValues() {
    String line = json(fields -> fields.object("ids", ids -> ids.text("a\"\n\u2028", "1")));

    assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
    assertThat(keys(parse(line).get("ids"))).containsExactly("a\"\n\u2028");
  }

  @Test
  void nullAndEmptyValues_writeNothing() {
    String line =
        json(
            fields -> {
              fields.text("a", null);
              fields.constant("b", null);
              fields.names("c", List.of());
              fields.names("d", null);
              fields.query("e", null);
              fields.flag("f", false);
              fields.object("g", null);
              fields.object("h", section -> {});
              fields.keyed("i", "k", null);
              fields.headers("j", consumer -> {});
              fields.settings("k", Map.of());
              fields.exception(null);
            });

    assertThat(line).contains("\"path\":\"/orders/7\",\"thread\":");
  }

  @Test
  void objects_nest_andKeepTheirMembersInOrder() {
    JsonNode line =
        parse(
            json(
                fields -> {
                  fields.object(
                      "steps",
                      steps -> {
                        steps.object(
                            "quote",
                            one -> {
                              one.number("count", 2);
                              one.millis("ms", 1_500_000);
                            });
                        steps.object("empty", one -> {});
                        steps.flag("slow", true);
                      });
                  fields.names("query_keys", List.of("a", "b"));
                }));

    assertThat(line.get("steps").toString())
        .isEqualTo("{\"quote\":{\"count\":2,\"ms\":1.5},\"slow\":true}");
    assertThat(line.get("query_keys").toString()).isEqualTo("[\"a\",\"b\"]");
  }

  @Test
  void headers_repeatedInAnyCase_areOneMember() {
    JsonNode line =
        parse(
            json(
                fields ->
                    fields.headers(
                        "headers",
                        consumer -> {
                          consumer.accept("Accept", "a");
                          consumer.accept("X-One", "1");
                          consumer.accept("ACCEPT", "b");
                          consumer.accept(null, "c");
                        })));

    assertThat(line.get("headers").toString()).isEqualTo("{\"accept\":\"a, b\",\"x-one\":\"1\"}");
  }

  @Test
  void field_thatFails_leavesNoTrace_andIsCounted() {
    JsonNode line =
        parse(
            json(
                fields -> {
                  fields.number("before", 1);
                  fields.headers(
                      "headers",
                      consumer -> {
                        consumer.accept("a", "secret");
                        throw new IllegalStateException("recycled");
                      });
                  fields.object(
                      "ids",
                      ids -> {
                        ids.constant("half", "secret");
                        ids.object(
                            "deeper",
                            deeper -> {
                              deeper.number("n", 1);
                              throw new IllegalStateException("gone");
                            });
                        throw new IllegalStateException("gone too");
                      });
                  fields.names("names", new Hostile());
                  fields.number("after", 2);
                }));

    assertThat(keys(line).subList(9, 11)).containsExactly("before", "after");
    assertThat(line.toString()).doesNotContain("secret");
    assertThat(Diagnostics.counts()).containsEntry("field", 4L);
  }

  @Test
  void innerObject_thatFails_costsOnlyItself() {
    JsonNode line =
        parse(
            json(
                fields ->
                    fields.object(
                        "ids",
                        ids -> {
                          ids.number("a", 1);
                          ids.object(
                              "b",
                              b -> {
                                b.number("c", 1);
                                throw new IllegalStateException();
                              });
                          ids.number("d", 2);
                        })));

    assertThat(line.get("ids").toString()).isEqualTo("{\"a\":1,\"d\":2}");
  }

  @Test
  @SuppressWarnings("NullAway") // a redactor that fails
  void redactor_thatFails_costsEveryRedactedField_andNothingElse() {
    Event event =
        TestLines.event(
            fields -> {
              fields.text("note", "secret");
              fields.query("query", "a=secret");
              fields.settings("options", Map.of("k", "secret"));
              fields.number("status", 200);
              fields.exception(new IllegalStateException("secret"));
            });

    // Without a redactor each redaction fails with a NullPointerException.
    String line =
        TestLines.text(
            TestLines.encoder(TestLines.settings()).encode(event, TestLines.request(), null));

    JsonNode node = parse(line);
    assertThat(line).doesNotContain("secret").doesNotContain("alice");
    assertThat(node.get("status").asInt()).isEqualTo(200);
    assertThat(node.get("path").asText()).isEqualTo("-");
    assertThat(node.get("user_id").asText()).isEqualTo("-");
    assertThat(node.has("exc")).isFalse();
    assertThat(Diagnostics.counts()).containsKeys("field", "exc");
  }

  @Test
  void event_thatFails_isWrittenWithTheFieldsItHad() {
    JsonNode line =
        parse(
            json(
                fields -> {
                  fields.number("status", 200);
                  throw new IllegalStateException();
                }));

    assertThat(line.get("status").asInt()).isEqualTo(200);
    assertThat(line.has("thread")).isTrue();
    assertThat(Diagnostics.counts()).containsEntry("event", 1L);
  }

  @Test
  void fatalErrors_passThrough() {
    assertThatThrownBy(
            () ->
                json(
                    fields ->
                        fields.object(
                            "o",
                            section -> {
                              throw new StackOverflowError();
                            })))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void encoder_usedAgain_startsFromNothing() {
    LineEncoder encoder = TestLines.encoder(TestLines.settings());
    encoder.encode(
        TestLines.event(
            fields -> {
              fields.constant("huge", "x".repeat(200_000));
              fields.exception(new IllegalStateException());
            }),
        TestLines.request(),
        TestLines.redactor());

    String line =
        TestLines.text(encoder.encode(TestLines.event(fields -> {}), null, TestLines.redactor()));

    assertThat(keys(parse(line))).last().isEqualTo("thread");
    assertThat(line).startsWith("{\"ts\":\"2026-11-22T10:15:30.123Z\",").hasSizeLessThan(300);
  }

  private static final class Hostile extends AbstractList<String> {
    @Override
    public String get(int index) {
      throw new IllegalStateException("hostile");
    }

    @Override
    public int size() {
      return 3;
    }
  }
}
