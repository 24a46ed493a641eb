package io.sidelight.instrumentation.jul;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholderTest {

  private final Placeholder placeholder = new Placeholder("request_id");

  @Test
  void filled_ofTheFormat_all() {
    assertThat(placeholder.filled("[{request_id}] hello {request_id}", 1, 0, 1, "r-1"))
        .isEqualTo("[r-1] hello r-1");
  }

  @Test
  void filled_ofTheMessage_stay() {
    String rendered = "[{request_id}] {request_id}{request_id} {request_id}: {request_id}";
    assertThat(placeholder.filled(rendered, 1, 2, 1, "r-1"))
        .isEqualTo("[r-1] {request_id}{request_id} r-1: {request_id}");
  }

  @Test
  void filled_valueLikeATextToFill_isTakenAsItIs() {
    assertThat(placeholder.filled("{request_id} {request_id}", 1, 1, 0, "{request_id}$1"))
        .isEqualTo("{request_id}$1 {request_id}");
  }

  @Test
  void filled_nothingThere_sameText() {
    String rendered = "hello";
    assertThat(placeholder.filled(rendered, 1, 0, 0, "r-1")).isSameAs(rendered);
  }
}
