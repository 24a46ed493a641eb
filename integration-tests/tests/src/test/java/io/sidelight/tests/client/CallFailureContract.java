package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sidelight.tests.harness.Made;
import io.sidelight.tests.harness.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that fail: why, and that the application gets the exception that it always got. */
interface CallFailureContract extends HasClient {

  int TIMEOUT_MS = 300;

  @ParameterizedTest
  @EnumSource
  default void port_closed_isConnect(Wish.Mode mode) {
    failed(Wish.get(other().refused()), mode, "connect");
  }

  @ParameterizedTest
  @EnumSource
  default void host_unknown_isDns(Wish.Mode mode) {
    failed(Wish.get(other().unknown()), mode, "dns");
  }

  /** HttpAsyncClient 4.1 itself doesn't tell the two apart. */
  @ParameterizedTest
  @EnumSource
  default void connection_notAccepted_isTimeout(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().full()).connectTimeout(TIMEOUT_MS).mode(mode));
    boolean told = made.seen().matches("(?is).*time.?out.*|.*timed out.*");
    assertThat(made.line().text("error")).isEqualTo(told ? "timeout" : "connect");
  }

  @ParameterizedTest
  @EnumSource
  default void answer_thatNeverComes_isTimeout(Wish.Mode mode) {
    Wish wish = Wish.get(other().fault("silence")).timeout(TIMEOUT_MS).fresh();
    Made made = failed(wish, mode, "timeout");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @EnumSource
  default void certificate_notTrusted_isTls(Wish.Mode mode) {
    failed(Wish.get(other().untrusted("answer")), mode, "tls");
  }

  @ParameterizedTest
  @EnumSource
  default void certificate_ofAnotherName_isTls(Wish.Mode mode) {
    failed(Wish.get(other().otherName("answer")), mode, "tls");
  }

  @ParameterizedTest
  @EnumSource
  default void plainText_onATlsPort_isTls(Wish.Mode mode) {
    failed(Wish.get(other().noTls()), mode, "tls");
  }

  @ParameterizedTest
  @CsvSource({
    "close, SYNC",
    "close, ASYNC",
    "reset, SYNC",
    "reset, ASYNC",
  })
  default void connection_brokenBeforeAnAnswer_isReset(String fault, Wish.Mode mode) {
    Made made = failed(Wish.get(other().fault(fault)).fresh(), mode, "reset");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "reset-mid-body, SYNC",
    "reset-mid-body, ASYNC",
    "truncated-chunk, SYNC",
    "truncated-chunk, ASYNC"
  })
  default void connection_brokenInTheBody_isResetWithItsStatus(String fault, Wish.Mode mode) {
    Made made = failed(Wish.get(other().fault(fault)), mode, "reset");
    assertThat(made.line().status()).isEqualTo(200);
  }

  /** {@code HttpURLConnection} takes it for the whole. */
  @ParameterizedTest
  @EnumSource
  default void body_shorterThanAnnounced_isResetIfTheClientMinds(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().fault("truncated")).mode(mode));
    boolean minds = made.seen().contains("exception ");
    assertThat(made.line().text("error")).isEqualTo(minds ? "reset" : "");
  }

  /** HttpClient 5 may look for a status line until the connection ends, and say that none came. */
  @ParameterizedTest
  @EnumSource
  default void answer_thatIsNone_isProtocol(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().fault("garbage")).fresh().mode(mode));
    boolean none = made.seen().contains("NoHttpResponseException");
    assertThat(made.line().text("error")).isEqualTo(none ? "reset" : "protocol");
    CallLineContract.retriesAreThoseThatArrived(made, 0);
  }

  @ParameterizedTest
  @EnumSource
  default void answer_withBadChunks_fails(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().fault("bad-chunk")).mode(mode));
    assertThat(made.line().has("error")).isEqualTo(made.seen().contains("exception "));
  }

  /** Some clients take them, some don't. */
  @ParameterizedTest
  @EnumSource
  default void headers_of10Megabytes_areOneLine(Wish.Mode mode) {
    need(mode);
    Made made = make(Wish.get(other().fault("huge-headers")).mode(mode));
    assertThat(made.line().has("error")).isEqualTo(made.seen().contains("exception "));
    assertThat(made.line().raw().length()).isLessThan(2000);
  }

  @ParameterizedTest
  @EnumSource
  default void call_givenUp_isCancelled(Wish.Mode mode) {
    need(mode);
    Made made = service().cancelled(Wish.get(other().fault("silence")).mode(mode));
    assertThat(made.line().text("error")).isEqualTo("cancelled");
    assertThat(made.line().has("status")).isFalse();
    assertThat(made.deps().path("failed").asInt()).isEqualTo(1);
  }

  /** The timeout of {@code java.net.http} does not count for the body. */
  @ParameterizedTest
  @EnumSource
  default void body_thatStalls_isTimeoutWithItsStatus(Wish.Mode mode) {
    need(mode);
    assumeTrue(service().client() != Client.JDK, "no timeout for the body");
    Made made = make(Wish.get(other().fault("stalled")).timeout(TIMEOUT_MS).mode(mode));
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.line().text("error")).isEqualTo("timeout");
  }

  private Made failed(Wish wish, Wish.Mode mode, String error) {
    need(mode);
    Made made = make(wish.mode(mode));
    assertThat(made.seen()).contains("exception ");
    assertThat(made.line().text("error"))
        .as("%s for %s", made.line(), made.seen())
        .isEqualTo(error);
    assertThat(made.deps().path("count").asInt()).isEqualTo(1);
    assertThat(made.deps().path("failed").asInt()).isEqualTo(1);
    return made;
  }
}
