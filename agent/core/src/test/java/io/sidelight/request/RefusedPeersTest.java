package io.sidelight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RefusedPeersTest {

  private long nanos = Long.MAX_VALUE - 5; // a clock may overflow
  private final RefusedPeers refused = new RefusedPeers(() -> nanos);

  @Test
  void report_samePeer_onceAMinuteWithWhatWasLeftOut() {
    assertThat(refused.report("10.0.0.1")).isZero();
    assertThat(refused.report("10.0.0.1")).isEqualTo(-1);
    nanos += TimeUnit.SECONDS.toNanos(59);
    assertThat(refused.report("10.0.0.1")).isEqualTo(-1);
    nanos += TimeUnit.SECONDS.toNanos(1);
    assertThat(refused.report("10.0.0.1")).isEqualTo(2);
    assertThat(refused.report("10.0.0.1")).isEqualTo(-1);
  }

  @Test
  void report_otherPeers_eachForItself() {
    assertThat(refused.report("10.0.0.1")).isZero();
    assertThat(refused.report("10.0.0.2")).isZero();
    assertThat(refused.report(null)).isZero();
    assertThat(refused.report(null)).isEqualTo(-1);
  }

  @Test
  void report_morePeersThanAreKept_asOneUntilOldOnesAreOver() {
    for (int i = 0; i < RefusedPeers.MOST; i++) {
      assertThat(refused.report("peer " + i)).isZero();
    }
    assertThat(refused.report("one more")).isZero();
    for (int i = 0; i < 100_000; i++) {
      assertThat(refused.report("yet another " + i)).isEqualTo(-1);
    }
    assertThat(refused.report("peer 0")).isEqualTo(-1);
    nanos += TimeUnit.MINUTES.toNanos(1);
    assertThat(refused.report("one more")).isZero();
    assertThat(refused.report("peer 7")).isZero();
  }
}
