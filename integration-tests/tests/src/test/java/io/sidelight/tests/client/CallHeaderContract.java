package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.ReceivedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls carry the ID of their request, and that they do it once. */
interface CallHeaderContract extends ClientContractPart {

  String SIGNATURE =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/s3/aws4_request,"
          + " SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6";

  @ParameterizedTest
  @EnumSource
  default void call_forRequest_carriesItsId(CallSpec.Mode mode) {
    need(mode);
    carriesId(make(CallSpec.get(other().url("answer")).mode(mode)));
  }

  @Test
  default void call_withBody_carriesItsId() {
    carriesId(make(CallSpec.get(other().url("answer")).method("POST").body("text")));
  }

  @ParameterizedTest
  @EnumSource
  default void call_withTheHeader_keepsItsOwn(CallSpec.Mode mode) {
    need(mode);
    CallResult made =
        make(CallSpec.get(other().url("answer")).header("x-request-id", "own").mode(mode));
    assertThat(made.arrivals().get(0).requestIds()).containsExactly("own");
  }

  @Test
  default void call_signed_isLeftAlone() {
    CallSpec spec = CallSpec.get(other().url("answer")).header("Authorization", SIGNATURE);
    carriesNone(make(spec.header("X-Amz-Date", "20261122T101530Z")));
    carriesNone(make(CallSpec.get(other().url("answer")).header("Authorization", SIGNATURE)));
  }

  @Test
  default void call_presigned_isLeftAlone() {
    carriesNone(
        make(
            CallSpec.get(
                other().url("answer?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=5d672d79"))));
  }

  @Test
  default void host_notInTheList_getsNone() {
    CallResult made = make(CallSpec.get(other().url(CalledServers.FOREIGN, "answer")));
    carriesNone(made);
    assertThat(made.line().text("dependency")).isEqualTo(CalledServers.FOREIGN);
  }

  @ParameterizedTest
  @EnumSource
  default void redirect_toAHostNotInTheList_onlyTheFirstCarriesIt(CallSpec.Mode mode) {
    need(mode);
    Redirect redirect = redirect(CalledServers.HOST, CalledServers.FOREIGN, mode);
    assertThat(redirect.first().requestIds())
        .containsExactly(redirect.made.completed().requestId());
    assertThat(redirect.second().requestIds()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  default void redirect_fromAHostNotInTheList_onlyTheSecondCarriesIt(CallSpec.Mode mode) {
    need(mode);
    Redirect redirect = redirect(CalledServers.FOREIGN, CalledServers.API, mode);
    assertThat(redirect.first().requestIds()).isEmpty();
    assertThat(redirect.second().requestIds())
        .containsExactly(redirect.made.completed().requestId());
  }

  @ParameterizedTest
  @ValueSource(strings = {CalledServers.HOST, CalledServers.API})
  default void redirect_toAHostInTheList_eachCarriesItOnce(String to) {
    Redirect redirect = redirect(CalledServers.HOST, to, CallSpec.Mode.SYNC);
    for (ReceivedRequest arrival : redirect.made.arrivals()) {
      assertThat(arrival.requestIds()).containsExactly(redirect.made.completed().requestId());
    }
  }

  @ParameterizedTest
  @EnumSource
  default void call_byAMinimalClient_carriesItsId(CallSpec.Mode mode) {
    need(mode);
    need(Client.Trait.MINIMAL);
    carriesId(make(CallSpec.get(other().url("answer")).via("minimal").mode(mode)));
  }

  @Test
  default void attempts_ofOneCall_eachCarriesIt() {
    CallResult made = make(CallSpec.get(other().url("unavailable-once")));
    for (ReceivedRequest arrival : made.arrivals()) {
      assertThat(arrival.requestIds()).containsExactly(made.completed().requestId());
    }
  }

  @ParameterizedTest
  @EnumSource
  default void call_outsideARequest_isReportedWithoutId(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().url("answer")).how("/outside").mode(mode));
    carriesNone(made);
    assertThat(made.line().requestId()).isEqualTo("-");
    assertThat(made.line().text("user_id")).isEqualTo("-");
    assertThat(made.completed().has("deps")).isFalse();
  }

  private static void carriesId(CallResult made) {
    assertThat(made.arrivals()).hasSize(1);
    assertThat(made.arrivals().get(0).requestIds()).containsExactly(made.completed().requestId());
  }

  private static void carriesNone(CallResult made) {
    assertThat(made.arrivals()).hasSize(1);
    assertThat(made.arrivals().get(0).requestIds()).isEmpty();
    assertThat(made.line().status()).isEqualTo(200);
  }

  /** Both ends have the number of the first, so that both are known to have arrived. */
  private Redirect redirect(String from, String to, CallSpec.Mode mode) {
    return new Redirect(make(redirected(other(), from, to).mode(mode)));
  }

  /** A call that is redirected from one host to another. */
  static CallSpec redirected(CalledServers other, String from, String to) {
    String first = other.url(from, "redirect");
    String second = first.replace("://" + from + ":", "://" + to + ":").replace("redirect", "at");
    return CallSpec.get(first + "?to=" + second).follow();
  }

  /** What arrived of a call that was redirected. */
  record Redirect(CallResult made) {

    public Redirect {
      assertThat(made.arrivals()).hasSize(2);
      assertThat(made.line().status()).isEqualTo(200);
      assertThat(made.line().number("retries")).isZero();
    }

    ReceivedRequest first() {
      return made.arrivals().get(0);
    }

    ReceivedRequest second() {
      return made.arrivals().get(1);
    }
  }
}
