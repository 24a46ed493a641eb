package io.sidelight.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestCompletedTest {

  @Test
  void queryKeys_ordinaryQuery_distinctNamesInOrder() {
    assertThat(RequestCompleted.queryKeys("b=1&a=2&b=3&flag&=nameless&a"))
        .containsExactly("b", "a", "flag");
  }

  @Test
  void queryKeys_none_null() {
    assertThat(RequestCompleted.queryKeys(null)).isNull();
    assertThat(RequestCompleted.queryKeys("")).isNull();
  }

  @Test
  void queryKeys_hostileQuery_bounded() {
    String query = IntStream.range(0, 5000).mapToObj(i -> "k" + i).collect(Collectors.joining("&"));

    assertThat(RequestCompleted.queryKeys(query)).hasSize(32).contains("k0", "k31");
    assertThat(RequestCompleted.queryKeys("&".repeat(100_000))).isEmpty();
  }
}
