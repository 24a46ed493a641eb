package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.Arrival;
import io.sidelight.tests.harness.Made;
import io.sidelight.tests.harness.OtherSide;
import io.sidelight.tests.harness.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which calls carry what has put their request in DEBUG. */
interface CallDebugContract extends HasClient {

  @ParameterizedTest
  @EnumSource
  default void call_forRequestInDebug_carriesItsHeaderAndItsId(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().url("answer")).mode(mode).debug("1"));
    Arrival arrival = made.arrivals().get(0);
    assertThat(arrival.debugHeaders()).containsExactly("1");
    assertThat(arrival.requestIds()).containsExactly(made.completed().requestId());
  }

  @Test
  default void call_forRequestThatWasRefused_carriesNone() {
    Made made = make(Wish.get(other().url("answer")).debug("not-a-token"));
    assertThat(made.arrivals().get(0).debugHeaders()).isEmpty();
  }

  @Test
  default void call_withTheHeader_keepsItsOwnInDebug() {
    Made made = make(Wish.get(other().url("answer")).header("x-request-id", "own").debug("1"));
    assertThat(made.arrivals().get(0).requestIds()).containsExactly("own");
    assertThat(made.arrivals().get(0).debugHeaders()).containsExactly("1");
  }

  @Test
  default void call_signed_isLeftAloneInDebug() {
    Wish wish =
        Wish.get(other().url("answer")).header("Authorization", CallHeaderContract.SIGNATURE);
    assertThat(make(wish.debug("1")).arrivals().get(0).debugHeaders()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  default void redirect_toAHostNotInTheList_onlyTheFirstCarriesTheDebugHeader(Wish.Mode mode) {
    need(mode);
    Wish wish = CallHeaderContract.redirected(other(), OtherSide.HOST, OtherSide.API);
    Made made = make(wish.mode(mode).debug("1"));
    assertThat(made.arrivals()).hasSize(2);
    assertThat(made.arrivals().get(0).debugHeaders()).containsExactly("1");
    assertThat(made.arrivals().get(1).debugHeaders()).isEmpty();
    assertThat(made.arrivals().get(1).requestIds()).containsExactly(made.completed().requestId());
  }
}
