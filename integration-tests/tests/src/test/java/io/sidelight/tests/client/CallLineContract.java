package io.sidelight.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sidelight.tests.harness.CallResult;
import io.sidelight.tests.harness.CallSpec;
import io.sidelight.tests.harness.CalledServers;
import io.sidelight.tests.harness.LogLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the line of a call that is answered. */
interface CallLineContract extends ClientContractPart {

  List<String> SECRETS = List.of("s3cr3t-user", "s3cr3t-query", "s3cr3t-fragment", JWT.PAYLOAD);

  @ParameterizedTest
  @EnumSource
  default void call_answered_isOneLine(CallSpec.Mode mode) {
    need(mode);
    String url = other().url("answer");
    LogLine line = line(CallSpec.get(url).mode(mode));
    assertThat(line.text("url")).isEqualTo(url);
    assertThat(line.text("dependency")).isEqualTo("localhost");
    assertThat(line.text("dep_method")).isEqualTo("GET");
    assertThat(line.status()).isEqualTo(200);
    assertThat(line.number("retries")).isZero();
    assertThat(line.level()).isEqualTo("INFO");
    assertThat(line.has("error")).isFalse();
    assertThat(line.has("after_completion")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200, INFO",
    "204, INFO",
    "301, INFO",
    "304, INFO",
    "404, INFO",
    "429, INFO",
    "500, WARN",
    "502, WARN"
  })
  default void status_ofTheAnswer_isReported(int status, String level) {
    CallResult made = make(CallSpec.get(other().url("status/" + status)));
    assertThat(made.line().status()).isEqualTo(status);
    retriesAreThoseThatArrived(made, 0);
    // A machine that is busy makes a call slow.
    boolean warns = made.arrivals().size() > 1 || made.line().flag("slow");
    assertThat(made.line().level()).isEqualTo(warns ? "WARN" : level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
  default void method_ofTheCall_isReported(String method) {
    CallSpec spec = CallSpec.get(other().url("answer")).method(method);
    LogLine line = line(method.startsWith("P") ? spec.body("some text") : spec);
    assertThat(line.text("dep_method")).isEqualTo(method);
    assertThat(line.status()).isEqualTo(200);
  }

  @Test
  default void host_withAnAlias_isCalledByIt() {
    LogLine line = line(CallSpec.get(other().url(CalledServers.API, "answer")));
    assertThat(line.text("dependency")).isEqualTo("orders");
    assertThat(line.text("url")).contains("://" + CalledServers.API + ":");
  }

  @Test
  default void secrets_inUrl_areOnNoLine() {
    String url =
        other()
            .url("answer/" + JWT.TOKEN + "?token=s3cr3t-query#s3cr3t-fragment")
            .replace("://", "://s3cr3t-user:s3cr3t-user@");
    CallResult made = service().makeAny(CallSpec.get(url));
    for (LogLine line : service().server().jvm().lines()) {
      assertThat(SECRETS).noneMatch(secret -> line.raw().contains(secret));
    }
    assertThat(made.calls()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  default void call_overTls_isReported() {
    String url = other().tls1("answer");
    LogLine line = line(CallSpec.get(url));
    assertThat(line.text("url")).isEqualTo(url);
    assertThat(line.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  default void call_overHttp2_isReported(CallSpec.Mode mode) {
    need(mode);
    need(Client.Trait.HTTP2);
    CallResult made = make(CallSpec.get(other().tls("answer")).mode(mode));
    assertThat(made.seen()).containsPattern("version (HTTP_2|h2|HTTP/2.0)");
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.arrivals().get(0).requestIds()).containsExactly(made.completed().requestId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"slow-headers", "slow-body"})
  default void call_slow_warns(String what) {
    LogLine line = line(CallSpec.get(other().url(what)));
    assertThat(line.flag("slow")).isTrue();
    assertThat(line.level()).isEqualTo("WARN");
    assertThat(line.durationMs()).isGreaterThanOrEqualTo(MockAnswers.SLOW_MS - 10);
  }

  @Test
  default void answer_unavailableOnce_retriesAreThoseThatArrived() {
    CallResult made = make(CallSpec.get(other().url("unavailable-once")));
    retriesAreThoseThatArrived(made, 0);
    assertThat(made.line().status()).isEqualTo(made.arrivals().size() > 1 ? 200 : 503);
  }

  @Test
  default void connection_keptThatIsGone_retriesAreThoseThatArrived() {
    make(CallSpec.get(other().fault("answer")));
    CallResult made = service().makeAny(CallSpec.get(other().fault("stale")));
    retriesAreThoseThatArrived(made, 0);
  }

  @Test
  default void redirect_followed_isNoRetry() {
    String to = other().url("answer");
    String from = other().url("redirect?to=" + to);
    CallResult made = make(CallSpec.get(from).follow());
    assertThat(made.line().status()).isEqualTo(200);
    assertThat(made.line().number("retries")).isZero();
    assertThat(made.line().text("url")).isEqualTo(from.substring(0, from.indexOf('?')));
  }

  @Test
  default void redirect_notFollowed_isTheAnswer() {
    assertThat(line(CallSpec.get(other().url("redirect?to=/"))).status()).isEqualTo(302);
  }

  @Test
  default void redirect_toItself_isOneCall() {
    CallResult made = make(CallSpec.get(other().url("loop")).follow());
    retriesAreThoseThatArrived(made, Math.max(0, made.arrivals().size() - 1));
  }

  @Test
  default void answer_thatChallenges_isReported() {
    CallResult made = make(CallSpec.get(other().url("challenge")));
    assertThat(made.line().status()).isEqualTo(401);
    retriesAreThoseThatArrived(made, 0);
  }

  static void retriesAreThoseThatArrived(CallResult made, int redirects) {
    assertThat(made.line().number("retries"))
        .as("retries of %s, of which arrived %s", made.line(), made.arrivals())
        .isEqualTo(made.arrivals().size() - 1 - redirects);
  }

  /** A token as it may stand in a path. */
  final class JWT {
    static final String PAYLOAD = "eyJzdWIiOiJzM2NyM3QifQ";
    static final String TOKEN =
        "eyJhbGciOiJIUzI1NiJ9." + PAYLOAD + ".dGhpcyBpcyBhIHNpZ25hdHVyZSBvZiB0aGF0";

    private JWT() {}
  }
}
