package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the body of an answer, the call is one line, and lasts as long as it did. */
interface CallBodyContract extends ClientContractPart {

  @ParameterizedTest
  @CsvSource({
    "big, all", "big, end", "big, part", "big, close", "big, never", "chunked, all",
    "chunked, end", "chunked, part", "chunked, close", "chunked, never", "gzip, all", "gzip, never",
    "answer, never", "empty, all", "empty, never"
  })
  default void body_readOrNot_isOneLine(String what, String read) {
    CallResult made = make(CallSpec.get(other().url(what)).read(read));
    assertThat(made.line().has("error")).isFalse();
    assertThat(made.deps().path("count").asInt()).isEqualTo(1);
    assertThat(made.deps().path("failed").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "part", "close", "never"})
  default void body_overHttp2_isOneLine(String read) {
    need(Client.Trait.HTTP2);
    assertThat(line(CallSpec.get(other().tls("big")).read(read)).has("error")).isFalse();
  }

  @Test
  default void body_toTheEndOfTheConnection_isOneLine() {
    assertThat(line(CallSpec.get(other().fault("to-the-end"))).has("error")).isFalse();
  }

  @Test
  default void body_slow_lastsToItsEnd() {
    LogLine line = line(CallSpec.get(other().url("slow-body")));
    assertThat(line.durationMs()).isGreaterThanOrEqualTo(MockAnswers.SLOW_MS - 10);
  }

  @Test
  default void body_leftOpen_lastsToTheHeaders() {
    need(Client.Trait.STREAMS);
    LogLine line = line(CallSpec.get(other().url("slow-body")).read("never"));
    assertThat(line.durationMs()).isLessThan(MockAnswers.SLOW_MS - 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"string", "bytes", "discard", "handler"})
  default void body_takenInAnotherWay_isOneLine(String way) {
    LogLine line = line(CallSpec.get(other().url("slow-body")).via(way));
    assertThat(line.durationMs()).isGreaterThanOrEqualTo(MockAnswers.SLOW_MS - 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"streaming", "connect", "status", "upgrade"})
  default void connection_usedInAnotherWay_isOneLine(String way) {
    CallSpec spec = CallSpec.get(other().url("answer")).via(way);
    assertThat(line(spec.method("POST").body("some text")).status()).isEqualTo(200);
  }

  @Test
  default void body_askedForBefore_isOneLine() {
    CallSpec spec =
        CallSpec.get(other().fault("answer")).via("expect").method("POST").body("some text");
    CallResult made = make(spec);
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.arrivals()).hasSize(1);
    assertThat(made.arrivals().get(0).requestIds()).containsExactly(made.completed().requestId());
  }

  @ParameterizedTest
  @EnumSource
  default void body_ofTheRequest_arrivesAsItIs(CallSpec.Mode mode) {
    need(mode);
    CallSpec spec =
        CallSpec.get(other().url("answer")).method("POST").body("x".repeat(3000)).mode(mode);
    assertThat(make(spec).arrivals().get(0).body()).hasSize(3000);
  }
}
