package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that fail: why, and that the application gets the exception that it always got. */
interface CallFailureContract extends ClientContractPart {

  int TIMEOUT_MS = 300;

  @ParameterizedTest
  @EnumSource
  default void port_closed_isConnect(CallSpec.Mode mode) {
    failed(CallSpec.get(other().refused()), mode, "connect");
  }

  @ParameterizedTest
  @EnumSource
  default void host_unknown_isDns(CallSpec.Mode mode) {
    failed(CallSpec.get(other().unknown()), mode, "dns");
  }

  /** HttpAsyncClient 4.1 itself doesn't tell the two apart. */
  @ParameterizedTest
  @EnumSource
  default void connection_notAccepted_isTimeout(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().full()).connectTimeout(TIMEOUT_MS).mode(mode));
    boolean told = made.seen().matches("(?is).*time.?out.*|.*timed out.*");
    assertThat(made.line().text("error")).isEqualTo(told ? "timeout" : "connect");
  }

  @ParameterizedTest
  @EnumSource
  default void answer_thatNeverComes_isTimeout(CallSpec.Mode mode) {
    CallSpec spec = CallSpec.get(other().fault("silence")).timeout(TIMEOUT_MS).fresh();
    CallResult made = failed(spec, mode, "timeout");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @EnumSource
  default void certificate_notTrusted_isTls(CallSpec.Mode mode) {
    failed(CallSpec.get(other().untrusted("answer")), mode, "tls");
  }

  @ParameterizedTest
  @EnumSource
  default void certificate_ofAnotherName_isTls(CallSpec.Mode mode) {
    failed(CallSpec.get(other().otherName("answer")), mode, "tls");
  }

  @ParameterizedTest
  @EnumSource
  default void plainText_onATlsPort_isTls(CallSpec.Mode mode) {
    failed(CallSpec.get(other().noTls()), mode, "tls");
  }

  @ParameterizedTest
  @CsvSource({
    "close, SYNC",
    "close, ASYNC",
    "reset, SYNC",
    "reset, ASYNC",
  })
  default void connection_brokenBeforeAnAnswer_isReset(String fault, CallSpec.Mode mode) {
    CallResult made = failed(CallSpec.get(other().fault(fault)).fresh(), mode, "reset");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "reset-mid-body, SYNC",
    "reset-mid-body, ASYNC",
    "truncated-chunk, SYNC",
    "truncated-chunk, ASYNC"
  })
  default void connection_brokenInTheBody_isResetWithItsStatus(String fault, CallSpec.Mode mode) {
    CallResult made = failed(CallSpec.get(other().fault(fault)), mode, "reset");
    assertThat(made.line().status()).isEqualTo(200);
  }

  /** {@code HttpURLConnection} takes it for the whole. */
  @ParameterizedTest
  @EnumSource
  default void body_shorterThanAnnounced_isResetIfTheClientMinds(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().fault("truncated")).mode(mode));
    boolean minds = made.seen().contains("exception ");
    assertThat(made.line().text("error")).isEqualTo(minds ? "reset" : "");
  }

  /** HttpClient 5 may look for a status line until the connection ends, and say that none came. */
  @ParameterizedTest
  @EnumSource
  default void answer_thatIsNone_isProtocol(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().fault("garbage")).fresh().mode(mode));
    boolean none = made.seen().contains("NoHttpResponseException");
    assertThat(made.line().text("error")).isEqualTo(none ? "reset" : "protocol");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @EnumSource
  default void answer_withBadChunks_fails(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().fault("bad-chunk")).mode(mode));
    assertThat(made.line().has("error")).isEqualTo(made.seen().contains("exception "));
  }

  /** Some clients take them, some don't. */
  @ParameterizedTest
  @EnumSource
  default void headers_of10Megabytes_areOneLine(CallSpec.Mode mode) {
    need(mode);
    CallResult made = make(CallSpec.get(other().fault("huge-headers")).mode(mode));
    assertThat(made.line().has("error")).isEqualTo(made.seen().contains("exception "));
    assertThat(made.line().raw().length()).isLessThan(2000);
  }

  @ParameterizedTest
  @EnumSource
  default void call_givenUp_isCancelled(CallSpec.Mode mode) {
    need(mode);
    CallResult made = service().cancelled(CallSpec.get(other().fault("silence")).mode(mode));
    assertThat(made.line().text("error")).isEqualTo("cancelled");
    assertThat(made.line().has("status")).isFalse();
    assertThat(made.deps().path("failed").asInt()).isEqualTo(1);
  }

  /** The timeout of {@code java.net.http} does not count for the body. */
  @ParameterizedTest
  @EnumSource
  default void body_thatStalls_isTimeoutWithItsStatus(CallSpec.Mode mode) {
    need(mode);
    assumeTrue(service().client() != Client.JDK, "no timeout for the body");
    CallResult made = make(CallSpec.get(other().fault("stalled")).timeout(TIMEOUT_MS).mode(mode));
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.line().text("error")).isEqualTo("timeout");
  }

  private CallResult failed(CallSpec spec, CallSpec.Mode mode, String error) {
    need(mode);
    CallResult made = make(spec.mode(mode));
    assertThat(made.seen()).contains("exception ");
    assertThat(made.line().text("error"))
        .as("%s for %s", made.line(), made.seen())
        .isEqualTo(error);
    assertThat(made.deps().path("count").asInt()).isEqualTo(1);
    assertThat(made.deps().path("failed").asInt()).isEqualTo(1);
    return made;
  }
}
