package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.ReceivedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which calls carry what has put their request in DEBUG. */
interface CallDebugContract extends ClientContractPart {

  @ParameterizedTest
  @EnumSource
  default void call_forRequestInDebug_carriesItsHeaderAndItsId(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().url("answer")).mode(mode).debug("1"));
    ReceivedRequest arrival = made.arrivals().get(0);
    assertThat(arrival.debugHeaders()).containsExactly("1");
    assertThat(arrival.requestIds()).containsExactly(made.completed().requestId());
  }

  @Test
  default void call_forRequestThatWasRefused_carriesNone() {
    CallResult made = make(CallSpec.get(other().url("answer")).debug("not-a-token"));
    assertThat(made.arrivals().get(0).debugHeaders()).isEmpty();
  }

  @Test
  default void call_withTheHeader_keepsItsOwnInDebug() {
    CallResult made =
        make(CallSpec.get(other().url("answer")).header("x-request-id", "own").debug("1"));
    assertThat(made.arrivals().get(0).requestIds()).containsExactly("own");
    assertThat(made.arrivals().get(0).debugHeaders()).containsExactly("1");
  }

  @Test
  default void call_signed_isLeftAloneInDebug() {
    CallSpec spec =
        CallSpec.get(other().url("answer")).header("Authorization", CallHeaderContract.SIGNATURE);
    assertThat(make(spec.debug("1")).arrivals().get(0).debugHeaders()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  default void redirect_toAHostNotInTheList_onlyTheFirstCarriesTheDebugHeader(CallSpec.Mode mode) {
    need(mode);
    CallSpec spec = CallHeaderContract.redirected(other(), CalledServers.HOST, CalledServers.API);
    CallResult made = make(spec.mode(mode).debug("1"));
    assertThat(made.arrivals()).hasSize(2);
    assertThat(made.arrivals().get(0).debugHeaders()).containsExactly("1");
    assertThat(made.arrivals().get(1).debugHeaders()).isEmpty();
    assertThat(made.arrivals().get(1).requestIds()).containsExactly(made.completed().requestId());
  }
}
