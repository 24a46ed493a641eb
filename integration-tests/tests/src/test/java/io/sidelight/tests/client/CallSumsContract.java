package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Answer;
import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.LogLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request's own line says of its calls. */
interface CallSumsContract extends ClientContractPart {

  @ParameterizedTest
  @EnumSource
  default void calls_ofARequest_areSummedUp(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().url("slow-headers")).times(3).mode(mode));
    assertThat(made.deps().path("count").asInt()).isEqualTo(3);
    assertThat(made.deps().path("failed").asInt()).isZero();
    assertThat(made.deps().path("ms").asDouble())
        .isCloseTo(
            made.calls().stream().mapToDouble(LogLine::durationMs).sum(),
            org.assertj.core.data.Offset.offset(0.1));
    if (mode == CallSpec.Mode.ASYNC) {
      assertThat(made.completed().durationMs()).isLessThan(made.deps().path("ms").asDouble());
    }
  }

  @Test
  default void calls_thatFail_areCounted() {
    CallResult made = make(CallSpec.get(other().url("status/500")).times(2));
    assertThat(made.deps().path("count").asInt()).isEqualTo(2);
    assertThat(made.deps().path("failed").asInt()).isEqualTo(2);
  }

  @Test
  default void request_withoutACall_hasNoSums() {
    Answer answer = server().answer(server().http1(), server().request("/nothing").build());
    assertThat(server().completed(answer.requestId()).has("deps")).isFalse();
  }

  @Test
  default void call_answeringTheRequest_isPartOfIt() {
    need(Client.Trait.ASYNC);
    CallResult made = make(CallSpec.get(other().url("slow-headers")).how("/async"));
    assertThat(made.line().has("after_completion")).isFalse();
    assertThat(made.deps().path("count").asInt()).isEqualTo(1);
    assertThat(made.deps().path("ms").asDouble()).isGreaterThan(MockAnswers.SLOW_MS - 10);
  }

  @Test
  default void call_leftBehind_saysSo() {
    need(Client.Trait.ASYNC);
    CallResult made = make(CallSpec.get(other().url("slow-headers")).how("/leave"));
    assertThat(made.line().flag("after_completion")).isTrue();
    assertThat(made.line().durationMs()).isGreaterThan(MockAnswers.SLOW_MS - 10);
    assertThat(made.deps().path("count").asInt()).isEqualTo(1);
    assertThat(made.deps().path("ms").asDouble())
        .isLessThanOrEqualTo(made.completed().durationMs() + 1);
  }
}
