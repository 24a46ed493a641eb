package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Calls by a client that has a cache, of answers that vary by the request ID: what the cache keeps
 * them by must not be the ID of a request.
 */
interface CallCacheContract extends ClientContractPart {

  @ParameterizedTest
  @EnumSource
  default void answer_outOfTheCache_hasTheStatusThatItWasKeptWith(CallSpec.Mode mode) {
    CallResult made = makeAgain("cached", mode);
    assertThat(made.arrivals()).isEmpty();
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.line().number("retries")).isZero();
  }

  @ParameterizedTest
  @EnumSource
  default void answer_validated_hasTheStatusThatTheOtherSideSent(CallSpec.Mode mode) {
    CallResult made = makeAgain("validated", mode);
    assertThat(made.seen()).contains("status 200");
    assertThat(made.arrivals()).hasSize(1);
    assertThat(made.arrivals().get(0).requestIds()).containsExactly(made.completed().requestId());
    assertThat(made.line().status()).isEqualTo(304);
    assertThat(made.line().number("retries")).isZero();
  }

  private CallResult makeAgain(String what, CallSpec.Mode mode) {
    need(Client.Trait.CACHE);
    need(mode);
    CallSpec spec = CallSpec.get(other().url(what)).via("cache").mode(mode);
    CallResult first = make(spec);
    assertThat(first.arrivals()).hasSize(1);
    assertThat(first.line().status()).isEqualTo(200);
    return make(spec);
  }
}
